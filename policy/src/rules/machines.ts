import { Rule } from "../rule";

/** VMS: virtual machines and the scale sets that hold them. */
export const machinesRules: readonly Rule[] = [];
