import { Rule } from "../rule";

/** IAM: who is given which right on what. */
export const accessRules: readonly Rule[] = [];
