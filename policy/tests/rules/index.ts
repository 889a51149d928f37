import { Suite } from "../support/cases";
import { networkSuites } from "./network";
import { machinesSuites } from "./machines";
import { workspaceSuites } from "./workspace";
import { storageSuites } from "./storage";
import { vaultSuites } from "./vault";
import { accessSuites } from "./access";
import { operationsSuites } from "./operations";
import { packSuites } from "./pack";

/** The suites of all rules, in the order of the rules. */
export const suites: readonly Suite[] = [
    ...networkSuites,
    ...machinesSuites,
    ...workspaceSuites,
    ...storageSuites,
    ...vaultSuites,
    ...accessSuites,
    ...operationsSuites,
    ...packSuites,
];
