import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { rules } from "../../src/rules";
import { Desk } from "../../src/waivers/desk";
import { noWaivers } from "../../src/waivers/file";
import { packFolder } from "../support/analyzer";
import { withTables } from "./table";

const readme = path.join(packFolder, "README.md");
writeFileSync(readme, withTables(readFileSync(readme, "utf8"), new Desk(rules, noWaivers).rules));
