import { unknown } from "../../src/plan/value";
import { aml08 } from "../../src/rules/aml-08-private-computes";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

const inner = "properties.properties";
const homeless = `${inner}.subnet.id is not set; it must be set`;
const addressed = `${inner}.enableNodePublicIp is not set; it must be false`;

export const suite: Suite = {
    rule: aml08,
    sound: [
        declare("machinelearningservices:Compute", "train", {
            properties: {
                computeType: "AmlCompute",
                properties: { subnet: { id: unknown }, enableNodePublicIp: false, remoteLoginPortPublicAccess: "Disabled" },
            },
        }),
        declare("machinelearningservices:Compute", "desk", {
            properties: {
                computeType: "ComputeInstance",
                properties: { subnet: { id: unknown }, enableNodePublicIp: false, sshSettings: { sshPublicAccess: "Disabled" } },
            },
        }),
        declare("machinelearningservices:Compute", "attached", { properties: { computeType: "Kubernetes" } }),
    ],
    cases: [
        { name: "private, in a subnet whose id is known only at the update", covers: "pass", reports: {} },
        {
            name: "Azure's own default closes SSH of an instance",
            covers: "pass",
            changes: { desk: unset(`${inner}.sshSettings`) },
            reports: {},
        },
        {
            name: "SSH from outside",
            covers: "fail",
            changes: {
                train: set(`${inner}.remoteLoginPortPublicAccess`, "Enabled"),
                desk: set(`${inner}.sshSettings.sshPublicAccess`, "Enabled"),
            },
            reports: {
                train: [`${inner}.remoteLoginPortPublicAccess is "Enabled"; it must be Disabled`],
                desk: [`${inner}.sshSettings.sshPublicAccess is "Enabled"; it must be Disabled or not set`],
            },
        },
        {
            name: "SSH as Azure likes it",
            covers: "fail",
            changes: { train: set(`${inner}.remoteLoginPortPublicAccess`, "NotSpecified") },
            reports: { train: [`${inner}.remoteLoginPortPublicAccess is "NotSpecified"; it must be Disabled`] },
        },
        {
            name: "public addresses",
            covers: "fail",
            changes: { train: set(`${inner}.enableNodePublicIp`, true), desk: unset(`${inner}.enableNodePublicIp`) },
            reports: { train: [`${inner}.enableNodePublicIp is true; it must be false`], desk: [addressed] },
        },
        {
            name: "outside the network",
            covers: "absent",
            changes: { train: unset(`${inner}.subnet.id`), desk: unset(`${inner}.subnet`) },
            reports: { train: [homeless], desk: [homeless] },
        },
        {
            name: "no properties",
            covers: "parent absent",
            changes: { train: unset(inner), desk: empty },
            reports: {
                train: [homeless, addressed, `${inner}.remoteLoginPortPublicAccess is not set; it must be Disabled`],
                desk: [homeless, addressed],
            },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { train: hide(`${inner}.enableNodePublicIp`), desk: hide("properties.computeType") },
            reports: { train: [undecided(`${inner}.enableNodePublicIp`)], desk: [undecided("properties.computeType")] },
        },
    ],
};
