import { Suite } from "../support/cases";
import { suite as net01 } from "./net-01";
import { suite as net02 } from "./net-02";
import { suite as net03 } from "./net-03";
import { suite as net04 } from "./net-04";
import { suite as net05 } from "./net-05";
import { suite as net06 } from "./net-06";
import { suite as net07 } from "./net-07";
import { suite as net08 } from "./net-08";
import { suite as net09 } from "./net-09";
import { guardedSuite as net10Guarded, suite as net10 } from "./net-10";
import { suite as net11 } from "./net-11";
import { suite as net12 } from "./net-12";

export const networkSuites: readonly Suite[] = [
    net01,
    net02,
    net03,
    net04,
    net05,
    net06,
    net07,
    net08,
    net09,
    net10,
    net10Guarded,
    net11,
    net12,
];
