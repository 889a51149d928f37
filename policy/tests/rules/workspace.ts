import { Suite } from "../support/cases";
import { suite as aml01 } from "./aml-01";
import { suite as aml02 } from "./aml-02";
import { suite as aml03 } from "./aml-03";
import { suite as aml04 } from "./aml-04";
import { suite as aml05 } from "./aml-05";
import { suite as aml06 } from "./aml-06";
import { suite as aml07 } from "./aml-07";
import { suite as aml08 } from "./aml-08";
import * as aml09 from "./aml-09";

export const workspaceSuites: readonly Suite[] = [
    aml01,
    aml02,
    aml03,
    aml04,
    aml05,
    aml06,
    aml07,
    aml08,
    aml09.computesSuite,
    aml09.machinesSuite,
];
