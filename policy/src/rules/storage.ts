import { Rule } from "../rule";
import { sto01 } from "./sto-01-https-only";

/** STO: storage accounts and the files in them. */
export const storageRules: readonly Rule[] = [sto01];
