import { any, must, mustBe } from "../conditions";
import { minutes } from "../idle/duration";
import { Property } from "../plan/property";
import { Resource } from "../plan/resource";
import { azure } from "../plan/selector";
import { Context, resourceRule } from "../rule";
import { all, pass, some, undecided, Verdict } from "../verdict";

const parameters = {
    longestMinutes: {
        schema: { type: "integer" as const, minimum: 5, maximum: 1440, description: "How long a node may wait for work." },
        default: 240,
    },
};

export const aml09Computes = resourceRule({
    id: "AML-09",
    slug: "idle-computes",
    title: "Computes let go of nodes that nobody uses",
    why: "A forgotten GPU costs as much as a busy one.",
    remediation:
        "Set scaleSettings.nodeIdleTimeBeforeScaleDown (AmlCompute), or idleTimeBeforeShutdown or a schedule that stops it (ComputeInstance), in properties.properties.",
    severity: "low",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-manage-optimize-cost",
    references: {
        azurePolicy: ["679ddf89-ab8f-48a5-9029-e76054077449"],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_150"],
        trivy: [],
        psRule: ["AZR-000403"],
        kics: [],
    },
    parameters,
    subjects: [azure("machinelearningservices", "Compute")],
    judge: (compute, { settings }) => {
        const type = compute.at("properties.computeType");
        if (type.isUnknown) {
            return undecided(type.path);
        }
        switch (type.text?.toLowerCase()) {
            case "amlcompute":
            case undefined:
                return waitsAtMost(compute.at("properties.properties.scaleSettings.nodeIdleTimeBeforeScaleDown"), settings);
            case "computeinstance":
                return instance(compute, settings);
            default:
                // Attached: it was made elsewhere, and so it ends elsewhere.
                return pass;
        }
    },
});

type Limits = Context<typeof parameters>["settings"];

function instance(compute: Resource, limits: Limits): Verdict {
    return some(
        [waitsAtMost(compute.at("properties.properties.idleTimeBeforeShutdown"), limits), isStopped(compute)],
        `neither properties.properties.idleTimeBeforeShutdown, of at most ${limits.longestMinutes} minutes, nor a schedule stops it`,
    );
}

function isStopped(compute: Resource): Verdict {
    const schedules = compute.at("properties.properties.schedules.computeStartStop");
    return any(schedules, "no schedule stops it", (schedule) =>
        all(mustBe(schedule.at("action"), "Stop"), mustBe(schedule.at("status"), "Enabled")),
    );
}

function waitsAtMost(idle: Property, { longestMinutes }: Limits): Verdict {
    return must(idle, `a duration of at most ${longestMinutes} minutes, as PT30M`, (value) => {
        const length = typeof value === "string" ? minutes(value) : undefined;
        return length !== undefined && length <= longestMinutes;
    });
}
