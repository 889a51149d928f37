import { Rule } from "../rule";
import { pack02 } from "./pack-02-hidden-resources";

/** PACK: ways around the other rules. Those about waivers, PACK-01, come with the waivers. */
export const packRules: readonly Rule[] = [pack02];
