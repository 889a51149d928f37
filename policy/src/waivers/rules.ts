import { anything, stack } from "../plan/selector";
import { planRule, resourceRule, Rule } from "../rule";
import { fail } from "../verdict";
import { Journal } from "./journal";
import { WaiverFile } from "./file";
import { covers, lapse, longestDays, waiverOf } from "./waiver";

const url = "https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure";
const references = { azurePolicy: [], mcsb: [], cis: [], checkov: [], trivy: [], psRule: ["AZR-000146"], kics: [] };

/** The rules about waivers, which no waiver can waive. They come last: they judge what the others have found. */
export function waiverRules(file: WaiverFile, journal: Journal, waivable: readonly Rule[]): readonly Rule[] {
    return [soundness(file), use(file, journal, waivable), reminder(file, journal)];
}

/** Judged at the stack itself, which comes first, so that a plan with other faults still tells of these. */
function soundness({ waivers, problems }: WaiverFile): Rule {
    return resourceRule({
        id: "PACK-01",
        slug: "waivers",
        title: "Every waiver names its rule, its resource, its reason, its owner and its last day",
        why: "A waiver that nobody can explain or that never ends is a hole.",
        remediation: `Correct or remove the waiver; a waiver ends after ${longestDays} days at most.`,
        severity: "high",
        level: "mandatory",
        url,
        references,
        subjects: [stack],
        judge: (_, { now }) => fail(...problems, ...waivers.flatMap((waiver) => lapse(waiver, now) ?? [])),
    });
}

function use({ waivers }: WaiverFile, journal: Journal, waivable: readonly Rule[]): Rule {
    return planRule({
        id: "PACK-01",
        slug: "unused-waivers",
        title: "Every waiver is needed",
        why: "A waiver that outlives its reason waits for the next mistake.",
        remediation: "Remove the waiver.",
        severity: "medium",
        level: "mandatory",
        url,
        references,
        subjects: [stack],
        judge: (_, plan, { now }) => {
            const unused = waivers.filter((waiver) => {
                const rules = waivable.filter(({ id }) => id === waiver.rule);
                const meant = plan.resources.filter(({ urn }) => waiver.resource.matches(urn) && journal.hasJudged(rules, urn));
                const found = meant.flatMap(({ urn }) => journal.at(urn));
                return meant.length > 0 && !found.some((finding) => covers(waiver, finding));
            });
            return fail(
                ...unused
                    .filter((waiver) => lapse(waiver, now) === undefined)
                    .map(({ place, rule, resource }) => `${place} is unused: ${rule} passes at ${resource.text}; remove it`),
            );
        },
    });
}

function reminder({ waivers }: WaiverFile, journal: Journal): Rule {
    return planRule({
        id: "PACK-01",
        slug: "waived",
        title: "What is waived is not forgotten",
        why: "It is as wrong as it was before.",
        remediation: "Make the rule hold, and remove the waiver.",
        severity: "medium",
        level: "advisory",
        url,
        references,
        subjects: [anything],
        judge: (resource, _, { now }) =>
            fail(
                ...journal.at(resource.urn).flatMap((finding) => {
                    const waiver = waiverOf(finding, waivers, now);
                    return waiver === undefined || finding.kind === "deferred"
                        ? []
                        : `${finding.rule.id} is waived until ${waiver.expires} by ${waiver.owner} (${waiver.reason}): ${finding.message}`;
                }),
            ),
    });
}
