import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { describe, it } from "node:test";
import { rules } from "../src/rules";
import { Desk } from "../src/waivers/desk";
import { noWaivers } from "../src/waivers/file";
import { sto01 } from "../src/rules/sto-01-https-only";
import { withTables } from "./docs/table";
import { packFolder } from "./support/analyzer";

const readme = readFileSync(path.join(packFolder, "README.md"), "utf8");

/** With those about waivers. */
const all = new Desk(rules, noWaivers).rules;

describe("README.md", () => {
    it("has the tables that the rules give; `npm run docs` writes them", () => assert.equal(readme, withTables(readme, all)));

    it("names every rule in its tables", () => {
        const missing = all.filter((rule) => !readme.includes(`| [${rule.id}](${rule.url}) \`${rule.slug}\` | ${rule.title} |`));
        assert.deepEqual(
            missing.map((rule) => rule.id),
            [],
        );
    });

    it("would change with a rule", () => assert.notEqual(withTables(readme, [{ ...sto01, why: "Another reason." }]), readme));
});
