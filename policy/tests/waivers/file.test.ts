import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { describe, it } from "node:test";
import { sto01 } from "../../src/rules/sto-01-https-only";
import { parseWaivers } from "../../src/waivers/file";
import { allowedPattern } from "../../src/waivers/pattern";
import { readWaivers } from "../../src/waivers/read";

const critical = { ...sto01, id: "NET-01", severity: "critical" as const };
const rules = [sto01, critical];
const account = "azure-native:storage:StorageAccount";

const sound = `# A comment
waivers:
  - rule: STO-01
    resource: ${account}::files
    reason: An old printer scans into it until it is replaced.
    owner: ada@example.com
    expires: 2026-12-31
`;

describe("a file of waivers", () => {
    it("may be empty", () => {
        for (const text of ["", "# nothing\n", "waivers:\n", "waivers: []\n"]) {
            assert.deepEqual(parseWaivers("waivers.yaml", text, rules), { waivers: [], problems: [] });
        }
    });

    it("holds waivers", () => {
        const { waivers, problems } = parseWaivers("waivers.yaml", sound, rules);
        assert.deepEqual(problems, []);
        assert.deepEqual(
            waivers.map(({ resource, ...rest }) => ({ resource: resource.text, ...rest })),
            [
                {
                    place: "waivers.yaml:3: waivers[0]",
                    rule: "STO-01",
                    resource: `${account}::files`,
                    reason: "An old printer scans into it until it is replaced.",
                    owner: "ada@example.com",
                    expires: "2026-12-31",
                },
            ],
        );
    });

    it("breaks the glass for a critical rule", () => {
        const text = sound.replace("STO-01", "NET-01") + "    breakGlass: true\n";
        const { waivers, problems } = parseWaivers("waivers.yaml", text, rules);
        assert.deepEqual(problems, []);
        assert.equal(waivers.length, 1);
    });

    it("tells of everything that is wrong at once, and keeps what is right", () => {
        const text = `${sound}  - rule: NET-99
    resource: "*"
    reason: why not
    expires: 2026-02-30
    until: 2026-02-28
  - STO-01
  - {}
owner: ada
`;
        const { waivers, problems } = parseWaivers("waivers.yaml", text, rules);
        assert.equal(waivers.length, 1);
        assert.deepEqual(problems, [
            "waivers.yaml:15: owner is unknown; the keys are waivers",
            "waivers.yaml:12: waivers[1].until is unknown; the keys are rule, resource, reason, owner, expires, breakGlass",
            `waivers.yaml:9: waivers[1].resource is "*"; it must be ${allowedPattern}`,
            'waivers.yaml:10: waivers[1].reason is "why not"; it must be why, in 10 characters or more',
            "waivers.yaml:8: waivers[1].owner is missing; it must be whom to ask",
            'waivers.yaml:11: waivers[1].expires is "2026-02-30"; it must be a day as 2027-01-31, at most 180 days ahead',
            "waivers.yaml:8: waivers[1].rule is NET-99; this pack has no such rule",
            "waivers.yaml:13: waivers[2] must be a map with rule, resource, reason, owner, expires",
            "waivers.yaml:14: waivers[3].rule is missing; it must be the id of a rule, as AML-01",
            `waivers.yaml:14: waivers[3].resource is missing; it must be ${allowedPattern}`,
            "waivers.yaml:14: waivers[3].reason is missing; it must be why, in 10 characters or more",
            "waivers.yaml:14: waivers[3].owner is missing; it must be whom to ask",
            "waivers.yaml:14: waivers[3].expires is missing; it must be a day as 2027-01-31, at most 180 days ahead",
        ]);
    });

    it("does not break the glass by accident", () => {
        for (const value of ["false", "yes please", "1", "[]"]) {
            const { waivers, problems } = parseWaivers(
                "w",
                `${sound.replace("STO-01", "NET-01")}    breakGlass: ${value}\n`,
                rules,
            );
            assert.deepEqual(waivers, []);
            assert.equal(problems.length, 1);
            assert.match(problems[0], /^w:8: waivers\[0\]\.breakGlass is .*; it must be true$/);
        }
        assert.deepEqual(parseWaivers("w", sound.replace("STO-01", "NET-01"), rules), {
            waivers: [],
            problems: ["w:3: waivers[0].breakGlass is missing; NET-01 is critical, and waiving it takes breakGlass: true"],
        });
        assert.deepEqual(parseWaivers("w", `${sound}    breakGlass: true\n`, rules), {
            waivers: [],
            problems: ["w:8: waivers[0].breakGlass is set; STO-01 is not critical, and waiving it takes none"],
        });
    });

    it("says each thing once", () => {
        const twice = sound + sound.slice(sound.indexOf("  - rule"));
        const { waivers, problems } = parseWaivers("w", twice, rules);
        assert.equal(waivers.length, 1);
        assert.deepEqual(problems, ["w:8: waivers[1] is for the same as waivers[0]; keep one of them"]);
    });

    it("is a problem, and no crash, when it is no YAML", () => {
        const broken: Record<string, RegExp> = {
            "waivers: [": /^w:1: /,
            "waivers:\n  - rule: STO-01\n   resource: x\n": /^w:\d: /,
            "waivers: []\nwaivers: []\n": /^w:2: Map keys must be unique/,
            "waivers:\n  - *nothing\n": /^w:2: \*nothing is an alias; write the value itself$/,
            "--- 1\n--- 2\n": /^w:2: /,
        };
        for (const [text, problem] of Object.entries(broken)) {
            const file = parseWaivers("w", text, rules);
            assert.deepEqual(file.waivers, []);
            assert.match(file.problems.join("\n"), problem);
        }
    });

    it("is a problem when it has another form", () => {
        const forms: Record<string, string> = {
            "- rule: STO-01\n": "w:1: the file must be a map with the key waivers",
            "waiver\n": "w:1: the file must be a map with the key waivers",
            "waivers: {rule: STO-01}\n": "w:1: waivers must be a list",
            "waiver: []\n": "w:1: waiver is unknown; the keys are waivers",
        };
        for (const [text, problem] of Object.entries(forms)) {
            assert.deepEqual(parseWaivers("w", text, rules), { waivers: [], problems: [problem] });
        }
    });
});

describe("the file beside the pack", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "waivers-"));

    it("need not be there", () =>
        assert.deepEqual(readWaivers(path.join(folder, "none.yaml"), rules), { waivers: [], problems: [] }));

    it("is read", () => {
        writeFileSync(path.join(folder, "waivers.yaml"), sound);
        assert.equal(readWaivers(path.join(folder, "waivers.yaml"), rules).waivers.length, 1);
    });

    it("is a problem when it cannot be read", () => {
        const { waivers, problems } = readWaivers(folder, rules);
        assert.deepEqual(waivers, []);
        assert.match(problems.join(), /^waivers-\w+ cannot be read: EISDIR/);
        rmSync(folder, { recursive: true });
    });
});
