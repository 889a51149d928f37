import { Rule } from "../rule";

/** AML: machine-learning workspaces and their computes. */
export const workspaceRules: readonly Rule[] = [];
