import { Suite } from "../support/cases";

export const operationsSuites: readonly Suite[] = [];
