import { Suite } from "../support/cases";
import { suite as kv01 } from "./kv-01";
import { suite as kv02 } from "./kv-02";
import { suite as kv03 } from "./kv-03";
import { suite as kv04 } from "./kv-04";
import { suite as kv05 } from "./kv-05";
import { suite as acr01 } from "./acr-01";
import { suite as acr02 } from "./acr-02";
import { suite as acr03 } from "./acr-03";

export const vaultSuites: readonly Suite[] = [kv01, kv02, kv03, kv04, kv05, acr01, acr02, acr03];
