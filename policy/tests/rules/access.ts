import { Suite } from "../support/cases";

export const accessSuites: readonly Suite[] = [];
