import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "node:test";
import { rules as waivable } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers } from "../src/waivers/file";
import { sto01 } from "../src/rules/sto-01-https-only";
import { withTables } from "./docs/table";
import { packFolder } from "./support/analyzer";

const { rules } = new Desk(waivable, noWaivers);
const readme = readFileSync(path.join(packFolder, "README.md"), "utf8");

describe("README.md", () => {
    it("has the tables that the rules give; `npm run docs` writes them", () => assert.equal(readme, withTables(readme, rules)));

    it("names every rule in its tables", () => {
        const missing = rules.filter(
            (rule) => !readme.includes(`| [${rule.id}](${rule.url}) \`${rule.slug}\` | ${rule.title} |`),
        );
        assert.deepEqual(
            missing.map((rule) => rule.id),
            [],
        );
    });

    it("would change with a rule", () => assert.notEqual(withTables(readme, [{ ...sto01, why: "Another reason." }]), readme));
});
