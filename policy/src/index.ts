import * as path from "node:path";
import { startPack } from "./crossguard/pack";
import { rules } from "./rules";
import { readWaivers } from "./waivers/read";

startPack(rules, {
    now: () => new Date(),
    waivers: readWaivers(path.resolve(__dirname, "../../waivers.yaml"), rules),
});
