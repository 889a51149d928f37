import { Suite } from "../support/cases";
import { suite as vms01 } from "./vms-01";
import { suite as vms02 } from "./vms-02";
import { suite as vms03 } from "./vms-03";
import { age as vms04Age, dated as vms04Dated } from "./vms-04";
import { suite as vms05 } from "./vms-05";
import { suite as vms06 } from "./vms-06";
import { suite as vms07 } from "./vms-07";
import { suite as vms08 } from "./vms-08";
import { suite as vms09 } from "./vms-09";
import { suite as vms10 } from "./vms-10";
import { suite as vms11 } from "./vms-11";
import { suite as vms12 } from "./vms-12";

export const machinesSuites: readonly Suite[] = [
    vms01,
    vms02,
    vms03,
    vms04Dated,
    vms04Age,
    vms05,
    vms06,
    vms07,
    vms08,
    vms09,
    vms10,
    vms11,
    vms12,
];
