import { Suite } from "../support/cases";
import { suite as sto01 } from "./sto-01";
import { suite as sto02 } from "./sto-02";
import { suite as sto03 } from "./sto-03";
import { suite as sto04 } from "./sto-04";
import { suite as sto05 } from "./sto-05";
import { suite as sto06 } from "./sto-06";
import { suite as sto07 } from "./sto-07";
import { suite as sto08 } from "./sto-08";
import { suite as sto09 } from "./sto-09";
import { suite as sto10 } from "./sto-10";
import { suite as sto11 } from "./sto-11";
import { suite as sto12 } from "./sto-12";
import { suite as sto13 } from "./sto-13";
import { suite as sto14 } from "./sto-14";

export const storageSuites: readonly Suite[] = [
    sto01,
    sto02,
    sto03,
    sto04,
    sto05,
    sto06,
    sto07,
    sto08,
    sto09,
    sto10,
    sto11,
    sto12,
    sto13,
    sto14,
];
