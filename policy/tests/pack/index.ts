import { startPack } from "../../src/crossguard/pack";
import { rules } from "../../src/rules";
import { noWaivers } from "../../src/waivers/file";
import { now } from "../support/cases";

// The pack as it is shipped, but for the clock and the waivers: nothing from outside can set the clock of the shipped one.
startPack(rules, { now: () => now, waivers: noWaivers });
