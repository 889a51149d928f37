import { startPack } from "../../src/crossguard/pack";
import { rules } from "../../src/rules";
import { noWaivers } from "../../src/waivers/file";
import { now } from "../support/cases";

// The pack as it is shipped, but for the clock, which nothing from outside can set in the shipped one, and without waivers.
startPack(rules, { now: () => now, waivers: noWaivers });
