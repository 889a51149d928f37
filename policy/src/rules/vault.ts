import { Rule } from "../rule";
import { kv01 } from "./kv-01-deletion-protection";
import { kv02 } from "./kv-02-firewall";
import { kv03 } from "./kv-03-roles";
import { kv04 } from "./kv-04-expiry";
import { kv05 } from "./kv-05-audit-logs";
import { acr01 } from "./acr-01-no-passwords";
import { acr02 } from "./acr-02-firewall";
import { acr03 } from "./acr-03-image-hygiene";

/** KV and ACR: key vaults and container registries. */
export const vaultRules: readonly Rule[] = [kv01, kv02, kv03, kv04, kv05, acr01, acr02, acr03];
