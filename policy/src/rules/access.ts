import { Rule } from "../rule";
import { iam01 } from "./iam-01-identities";
import { iam02 } from "./iam-02-custom-roles";
import { iam03, iam03Once } from "./iam-03-role-assignments";
import { iam04 } from "./iam-04-federated-credentials";

/** IAM: who is given which right on what. */
export const accessRules: readonly Rule[] = [iam01, iam02, iam03, iam03Once, iam04];
