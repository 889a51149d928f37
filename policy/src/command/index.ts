#!/usr/bin/env node
import * as path from "node:path";
import { rules } from "../rules";
import { run } from "./run";

const waivers = path.resolve(__dirname, "../../../waivers.yaml");

void run(process.argv.slice(2), { rules, now: () => new Date(), waivers }).then(({ code, out, err }) => {
    process.stdout.write(out);
    process.stderr.write(err);
    process.exitCode = code;
});
