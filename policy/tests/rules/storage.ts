import { Suite } from "../support/cases";
import { suite as sto01 } from "./sto-01";

export const storageSuites: readonly Suite[] = [sto01];
