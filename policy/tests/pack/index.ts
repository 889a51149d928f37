import { startPack } from "../../src/crossguard/pack";
import { rules } from "../../src/rules";
import { now } from "../support/cases";

// The pack as it is shipped, but for the clock: nothing from outside can set that of the shipped one.
startPack(rules, { now: () => now });
