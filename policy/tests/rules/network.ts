import { Suite } from "../support/cases";

export const networkSuites: readonly Suite[] = [];
