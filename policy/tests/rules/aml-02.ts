import { unknown } from "../../src/plan/value";
import { aml02 } from "../../src/rules/aml-02-private-endpoint";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, options, set, unset, use } from "../support/plans";

const unreached = "no private endpoint leads to its group amlworkspace";

export const suite: Suite = {
    rule: aml02,
    sound: [
        declare("machinelearningservices:Workspace", "workspace"),
        declare("storage:StorageAccount", "files"),
        declare(
            "network:PrivateEndpoint",
            "endpoint",
            { privateLinkServiceConnections: [{ privateLinkServiceId: unknown, groupIds: ["amlworkspace"] }] },
            { privateLinkServiceConnections: ["workspace"] },
        ),
    ],
    cases: [
        { name: "an endpoint leads there", covers: "pass", reports: {} },
        { name: "none", covers: "absent", changes: { endpoint: "remove" }, reports: { workspace: [unreached] } },
        {
            name: "it leads to something else",
            covers: "fail",
            changes: {
                endpoint: (declared) => ({ ...declared, uses: { privateLinkServiceConnections: ["files"] } }),
            },
            reports: { workspace: [unreached] },
        },
        {
            name: "it leads to another group",
            covers: "fail",
            changes: { endpoint: set("privateLinkServiceConnections.0.groupIds", ["file"]) },
            reports: { workspace: [unreached] },
        },
        {
            name: "its connection may become any other",
            covers: "fail",
            changes: { endpoint: options({ ignoreChanges: ["privateLinkServiceConnections"] }) },
            reports: { workspace: [unreached] },
        },
        {
            name: "without groups",
            covers: "absent",
            changes: { endpoint: unset("privateLinkServiceConnections.0.groupIds") },
            reports: { workspace: [unreached] },
        },
        { name: "no inputs", covers: "parent absent", changes: { endpoint: empty }, reports: { workspace: [unreached] } },
        {
            name: "the group is known only at the update",
            covers: "unknown",
            changes: { endpoint: hide("privateLinkServiceConnections.0.groupIds") },
            reports: { workspace: [undecided("privateLinkServiceConnections[0].groupIds of endpoint")] },
        },
        {
            name: "everything is known only at the update",
            covers: "unknown",
            changes: { endpoint: use("privateLinkServiceConnections", "workspace") },
            reports: { workspace: [undecided("privateLinkServiceConnections of endpoint")] },
        },
    ],
};
