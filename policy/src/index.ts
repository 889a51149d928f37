import { startPack } from "./crossguard/pack";
import { rules } from "./rules";

startPack(rules, { now: () => new Date() });
