import { Rule } from "../rule";
import { aml01 } from "./aml-01-private-workspace";
import { aml02 } from "./aml-02-private-endpoint";
import { aml03 } from "./aml-03-user-assigned-identity";
import { aml04 } from "./aml-04-customer-managed-key";
import { aml05 } from "./aml-05-private-storage";
import { aml06 } from "./aml-06-workspace-logs";
import { aml07 } from "./aml-07-no-local-authentication";
import { aml08 } from "./aml-08-private-computes";
import { aml09Computes } from "./aml-09-idle-computes";
import { aml09Machines } from "./aml-09-idle-machines";

/** AML: machine-learning workspaces and their computes. */
export const workspaceRules: readonly Rule[] = [
    aml01,
    aml02,
    aml03,
    aml04,
    aml05,
    aml06,
    aml07,
    aml08,
    aml09Computes,
    aml09Machines,
];
