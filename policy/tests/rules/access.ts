import { Suite } from "../support/cases";
import { suite as iam01 } from "./iam-01";
import { suite as iam02 } from "./iam-02";
import { onceSuite as iam03Once, suite as iam03 } from "./iam-03";
import { suite as iam04 } from "./iam-04";

export const accessSuites: readonly Suite[] = [iam01, iam02, iam03, iam03Once, iam04];
