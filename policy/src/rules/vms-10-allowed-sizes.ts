import { decide } from "../conditions";
import { allowedSizesFor } from "../machines/sizes";
import { machines, machineSize, unlessShell } from "../machines/machine";
import { Property } from "../plan/property";
import { Parameter, planRule } from "../rule";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const otherSizes: Parameter<string[]> = {
    schema: {
        type: "array",
        items: { type: "string", pattern: "^(Standard|Basic)_[A-Za-z0-9_-]+$" },
        maxItems: 100,
        description: "Sizes that a policy assignment outside of the stack allows, by their full names.",
    },
    default: [],
};

export const vms10 = planRule({
    id: "VMS-10",
    slug: "allowed-sizes",
    title: "Machines have a size that a policy assignment of the plan allows",
    why: "A size that nobody has budgeted costs a month of everybody in a day.",
    remediation:
        "Add the size to listOfAllowedSKUs of the assignment of the built-in policy Allowed virtual machine size SKUs on the machines' resource group, or to the parameter otherSizes.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#compute",
    references: {
        azurePolicy: ["cccc23c7-8427-4f53-ad12-b6a63eb452b3"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000240"],
        kics: [],
    },
    subjects: machines,
    parameters: { otherSizes },
    judge: (machine, plan, { settings }) =>
        unlessShell(machine, () => mustBeAllowed(machineSize(machine), allowedSizesFor(machine, plan), settings.otherSizes)),
});

function mustBeAllowed(size: Property, lists: readonly Property[], others: readonly string[]): Verdict {
    return decide(size, () => {
        const wanted = size.text?.toLowerCase();
        const isWanted = (other: string | undefined) => other?.toLowerCase() === wanted;
        if (wanted === undefined) {
            return fail(`${size.path} is ${size.shown}; it must be an allowed size`);
        }
        if (others.some(isWanted)) {
            return pass;
        }
        // Azure refuses what any of the assignments does not list.
        return lists.length === 0
            ? fail(`${size.path} is ${size.shown}; no policy assignment of the plan allows sizes for its resource group`)
            : all(...lists.map((list) => (list.items.some((item) => isWanted(item.text)) ? pass : missing(size, list))));
    });
}

function missing(size: Property, list: Property): Verdict {
    return list.unknowns.length > 0
        ? undecided(...list.unknowns)
        : fail(`${size.path} is ${size.shown}; it is not among the allowed sizes`);
}
