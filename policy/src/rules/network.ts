import { Rule } from "../rule";

/** NET: what a network lets in and out. */
export const networkRules: readonly Rule[] = [];
