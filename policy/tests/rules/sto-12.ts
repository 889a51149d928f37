import { unknown } from "../../src/plan/value";
import { sto12 } from "../../src/rules/sto-12-private-endpoints";
import { Suite, undecided } from "../support/cases";
import { declare, Declared, empty, hide, set, unset } from "../support/plans";

const noBlob = "no private endpoint leads to its blob service";
const noFile = "no private endpoint leads to its file service";

function endpoint(group: string): Declared {
    return declare(
        "network:PrivateEndpoint",
        group,
        { privateLinkServiceConnections: [{ privateLinkServiceId: unknown, groupIds: [group] }] },
        { privateLinkServiceConnections: ["files"] },
    );
}

export const suite: Suite = {
    rule: sto12,

    sound: [declare("storage:StorageAccount", "files", { kind: "StorageV2" }), endpoint("blob"), endpoint("file")],
    cases: [
        { name: "one for each", covers: "pass", reports: {} },
        { name: "only for blobs", covers: "fail", changes: { file: "remove" }, reports: { files: [noFile] } },
        {
            name: "two for blobs",
            covers: "fail",
            changes: { file: set("privateLinkServiceConnections.0.groupIds", ["blob"]) },
            reports: { files: [noFile] },
        },
        {
            name: "an account for blobs only",
            covers: "pass",
            changes: { file: "remove", files: set("kind", "BlockBlobStorage") },
            reports: {},
        },
        {
            name: "an account for files only",
            covers: "pass",
            changes: { blob: "remove", files: set("kind", "FileStorage") },
            reports: {},
        },
        {
            name: "no group",
            covers: "absent",
            changes: { blob: unset("privateLinkServiceConnections.0.groupIds") },
            reports: { files: [noBlob] },
        },
        {
            name: "no connection",
            covers: "parent absent",
            changes: { blob: empty, file: empty },
            reports: { files: [noBlob, noFile] },
        },
        {
            name: "the group is known only at the update",
            covers: "unknown",
            changes: { blob: hide("privateLinkServiceConnections.0.groupIds") },
            reports: { files: [undecided("privateLinkServiceConnections[0].groupIds of blob")] },
        },
    ],
};
