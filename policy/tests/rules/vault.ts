import { Suite } from "../support/cases";
import { suite as kv05 } from "./kv-05";

export const vaultSuites: readonly Suite[] = [kv05];
