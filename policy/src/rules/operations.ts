import { Rule } from "../rule";

/** OPS: regions, tags, budgets, telemetry, protection. */
export const operationsRules: readonly Rule[] = [];
