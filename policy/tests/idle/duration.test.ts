import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { minutes } from "../../src/idle/duration";

describe("an ISO 8601 duration", () => {
    const known: Record<string, number> = { PT15M: 15, PT1H: 60, PT1H30M: 90, P1D: 1440, P1DT1H: 1500, PT90S: 1.5 };
    for (const [text, length] of Object.entries(known)) {
        it(`${text} is ${length} minutes`, () => assert.equal(minutes(text), length));
    }
    for (const text of ["", "P", "PT", "PT0S", "P0D", "1h", "60", "PT1.5H", "pt1h", "P1M", "P1W", "-PT1H", " PT1H", "PT1H "]) {
        it(`is not ${JSON.stringify(text)}`, () => assert.equal(minutes(text), undefined));
    }
});
