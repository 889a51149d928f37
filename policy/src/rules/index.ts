import { Rule } from "../rule";
import { networkRules } from "./network";
import { machinesRules } from "./machines";
import { workspaceRules } from "./workspace";
import { storageRules } from "./storage";
import { vaultRules } from "./vault";
import { accessRules } from "./access";
import { operationsRules } from "./operations";
import { packRules } from "./pack";

/** Every rule of the pack, in the order in which they are reported. */
export const rules: readonly Rule[] = [
    ...networkRules,
    ...machinesRules,
    ...workspaceRules,
    ...storageRules,
    ...vaultRules,
    ...accessRules,
    ...operationsRules,
    ...packRules,
];
