import { Suite } from "../support/cases";

export const workspaceSuites: readonly Suite[] = [];
