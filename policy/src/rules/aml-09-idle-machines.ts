import { decide } from "../conditions";
import { idleProblem } from "../idle/document";
import { machinePart, machines } from "../machines/machine";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { fail, pass } from "../verdict";

const scaleSet = azure("compute", "VirtualMachineScaleSet");

export const aml09Machines = resourceRule({
    id: "AML-09",
    slug: "idle-machines",
    title: "Workstations know when they are idle too long",
    why: "A forgotten GPU costs as much as a busy one.",
    remediation:
        'Set userData to a JSON object, in base64, whose idleAfter is a duration of at most PT24H, or "never" for a machine that shall not stop; name machines on which nobody works in the parameter servers.',
    severity: "low",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/user-data",
    references: {
        azurePolicy: ["679ddf89-ab8f-48a5-9029-e76054077449"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_150"],
        trivy: [],
        psRule: ["AZR-000403"],
        kics: [],
    },
    parameters: {
        servers: {
            schema: {
                type: "array" as const,
                items: { type: "string" as const, minLength: 1 },
                maxItems: 20,
                description: "Names in the program of machines on which nobody works.",
            },
            default: [] as string[],
        },
    },
    subjects: machines,
    // It names outputs of other resources, such as the ids of the machine's identities.
    judgedAtUpdate: ["userData", "virtualMachineProfile.userData"],
    judge: (machine, { settings }) => {
        if (settings.servers.includes(machine.name) || makesNoMachine(machine)) {
            return pass;
        }
        const userData = machinePart(machine, "userData");
        return decide(userData, (value) => {
            const problem = typeof value === "string" ? idleProblem(value) : "is not set";
            return problem === undefined
                ? pass
                : fail(`${userData.path} ${problem}; it must say when the machine is idle too long`);
        });
    },
});

/** A flexible scale set without a profile holds machines that are declared by themselves. */
function makesNoMachine(machine: Resource): boolean {
    return scaleSet.matches(machine.type) && machine.at("virtualMachineProfile").isAbsent;
}
