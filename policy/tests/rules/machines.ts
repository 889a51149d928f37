import { Suite } from "../support/cases";

export const machinesSuites: readonly Suite[] = [];
