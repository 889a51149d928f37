import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { rules as waivable } from "../../src/rules";
import { Desk } from "../../src/waivers/desk";
import { noWaivers } from "../../src/waivers/file";
import { packFolder } from "../support/analyzer";
import { withTables } from "./table";

const { rules } = new Desk(waivable, noWaivers);
const readme = path.join(packFolder, "README.md");
writeFileSync(readme, withTables(readFileSync(readme, "utf8"), rules));
