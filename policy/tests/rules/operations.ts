import { Suite } from "../support/cases";
import { suite as ops01 } from "./ops-01";
import * as ops02 from "./ops-02";
import { suite as ops03 } from "./ops-03";
import { suite as ops04 } from "./ops-04";

export const operationsSuites: readonly Suite[] = [ops01, ops02.regionsSuite, ops02.tagsSuite, ops03, ops04];
