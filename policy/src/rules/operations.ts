import { Rule } from "../rule";
import { ops01 } from "./ops-01-telemetry";
import { ops02Regions } from "./ops-02-regions";
import { ops02Tags } from "./ops-02-tags";
import { ops03 } from "./ops-03-budget";
import { ops04 } from "./ops-04-protect";

/** OPS: regions, tags, budgets, telemetry, protection. */
export const operationsRules: readonly Rule[] = [ops01, ops02Regions, ops02Tags, ops03, ops04];
