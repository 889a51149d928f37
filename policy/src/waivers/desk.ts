import { Finding } from "../judgement";
import { Rule } from "../rule";
import { WaiverFile } from "./file";
import { Journal } from "./journal";
import { waiverRules } from "./rules";
import { waiverOf } from "./waiver";

/** Holds waivers against what the rules find, and judges the waivers themselves at the end. */
export class Desk {
    /** The rules, and after them those about waivers. */
    readonly rules: readonly Rule[];
    private readonly journal = new Journal();

    constructor(
        private readonly waivable: readonly Rule[],
        private readonly file: WaiverFile,
    ) {
        this.rules = [...waivable, ...waiverRules(file, this.journal, waivable)];
    }

    /** Of what a rule finds at these resources, what people are told by that rule. */
    reported(rule: Rule, urns: readonly string[], findings: readonly Finding[], now: Date): readonly Finding[] {
        this.note(rule, urns, findings);
        return findings.filter(
            (finding) => finding.kind !== "deferred" && waiverOf(finding, this.file.waivers, now) === undefined,
        );
    }

    /** A rule has nothing to say of this resource. */
    passed(rule: Rule, urn: string): void {
        this.note(rule, [urn], []);
    }

    /** Only waivers are held against what has been noted. */
    private note(rule: Rule, urns: readonly string[], findings: readonly Finding[]): void {
        if (this.file.waivers.length > 0 && this.waivable.includes(rule)) {
            this.journal.note(rule, urns, findings);
        }
    }
}
