import { Rule } from "../rule";
import { kv05 } from "./kv-05-audit-logs";

/** KV and ACR: key vaults and container registries. */
export const vaultRules: readonly Rule[] = [kv05];
