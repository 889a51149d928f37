import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseConfiguration, unconfigured } from "../../src/configuration/configuration";
import { aml01 } from "../../src/rules/aml-01-private-workspace";
import { aml04 } from "../../src/rules/aml-04-customer-managed-key";
import { aml09Computes } from "../../src/rules/aml-09-idle-computes";
import { ops02Tags } from "../../src/rules/ops-02-tags";

const rules = [aml01, aml04, aml09Computes, ops02Tags];
const mandatoryOnly = "it must be mandatory or not set";

describe("a configuration of the pack", () => {
    for (const text of ["", " \n", "{}"]) {
        it(`may be ${JSON.stringify(text)}`, () => {
            const configuration = parseConfiguration(text, rules);
            assert.deepEqual(configuration.problems, []);
            assert.deepEqual(configuration.settings(aml09Computes), { longestMinutes: 240 });
            assert.equal(configuration.isOff(aml04), false);
        });
    }

    it("sets parameters within their bounds, and may be stricter", () => {
        const configuration = parseConfiguration(
            JSON.stringify({
                all: "mandatory",
                "aml-01-private-workspace": "mandatory",
                "aml-04-customer-managed-key": { enforcementLevel: "mandatory" },
                "aml-09-idle-computes": { longestMinutes: 60 },
                "ops-02-tags": { enforcementLevel: "mandatory", more: ["expires"] },
            }),
            rules,
        );
        assert.deepEqual(configuration.problems, []);
        assert.deepEqual(configuration.settings(aml09Computes), { longestMinutes: 60 });
        assert.deepEqual(configuration.settings(ops02Tags), { more: ["expires"] });
        assert.equal(configuration.isOff(aml04), false);
    });

    it("may switch off what is advisory", () => {
        const configuration = parseConfiguration('{"aml-04-customer-managed-key": "disabled"}', rules);
        assert.deepEqual(configuration.problems, []);
        assert.equal(configuration.isOff(aml04), true);
        assert.equal(configuration.isOff(aml01), false);
    });

    const weakening: Readonly<Record<string, readonly string[]>> = {
        '{"all": "disabled"}': [`all: enforcementLevel is "disabled"; ${mandatoryOnly}`],
        '{"all": "advisory"}': [`all: enforcementLevel is "advisory"; ${mandatoryOnly}`],
        '{"all": {"enforcementLevel": "disabled"}}': [`all: enforcementLevel is "disabled"; ${mandatoryOnly}`],
        '{"aml-01-private-workspace": "disabled"}': [
            `aml-01-private-workspace: enforcementLevel is "disabled"; ${mandatoryOnly}`,
        ],
        '{"aml-01-private-workspace": {"enforcementLevel": "advisory"}}': [
            `aml-01-private-workspace: enforcementLevel is "advisory"; ${mandatoryOnly}`,
        ],
        '{"aml-01-private-workspace": "remediate"}': [
            `aml-01-private-workspace: enforcementLevel is "remediate"; ${mandatoryOnly}`,
        ],
        '{"aml-01-private-workspace": "Disabled"}': [
            `aml-01-private-workspace: enforcementLevel is "Disabled"; ${mandatoryOnly}`,
        ],
        '{"aml-04-customer-managed-key": "off"}': [
            'aml-04-customer-managed-key: enforcementLevel is "off"; it must be mandatory, advisory, disabled or not set',
        ],
        '{"aml-01": "mandatory"}': ["aml-01: this pack has no such policy"],
        '{"environments": ["org/env"]}': ["environments: this pack has no such policy"],
        '{"aml-01-private-workspace": null}': [
            "aml-01-private-workspace: it must be a level, or an object with enforcementLevel and the policy's parameters",
        ],
        '{"aml-01-private-workspace": {"exclude": ["workspace"]}}': [
            "aml-01-private-workspace: exclude is no parameter of it; it has none",
        ],
        '{"all": {"longestMinutes": 60}}': ["all: longestMinutes is no parameter of it; it has none"],
        '{"aml-09-idle-computes": {"longestMinutes": 1441}}': ["aml-09-idle-computes: longestMinutes must be <= 1440"],
        '{"aml-09-idle-computes": {"longestMinutes": "60"}}': ["aml-09-idle-computes: longestMinutes must be integer"],
        '{"aml-09-idle-computes": {"longest": 60}}': [
            "aml-09-idle-computes: longest is no parameter of it; it has longestMinutes",
        ],
        '{"ops-02-tags": {"more": ["expires", ""], "all": "disabled"}}': [
            "ops-02-tags: all is no parameter of it; it has more",
            "ops-02-tags: more.1 must NOT have fewer than 1 characters",
        ],
        "[]": ["the file must be a JSON object with a key for each policy"],
        null: ["the file must be a JSON object with a key for each policy"],
    };
    for (const [text, problems] of Object.entries(weakening)) {
        it(`may not be ${text}`, () => assert.deepEqual(parseConfiguration(text, rules).problems, problems));
    }

    it("must be JSON", () => {
        const { problems } = parseConfiguration("all: disabled", rules);
        assert.equal(problems.length, 1);
        assert.match(problems[0], /^the file is no JSON: /);
    });

    it("that is refused sets nothing", () => {
        const configuration = parseConfiguration("{", rules);
        assert.deepEqual(configuration.settings(aml09Computes), unconfigured.settings(aml09Computes));
        assert.equal(configuration.isOff(aml01), false);
    });
});
