import * as path from "node:path";
import { setFlagsFromString } from "node:v8";
import { startPack } from "./crossguard/pack";
import { rules } from "./rules";
import { readWaivers } from "./waivers/read";

// V8 optimises what has run for a while, which pays in a server. A preview is over before, and would pay a sixth of the pack's
// processor time for it; with a budget that is seven times as high, only what runs most is optimised.
setFlagsFromString("--interrupt-budget=500000");

startPack(rules, {
    now: () => new Date(),
    waivers: readWaivers(path.resolve(__dirname, "../../waivers.yaml"), rules),
});
