import { unknown } from "../../src/plan/value";
import { ops02Regions } from "../../src/rules/ops-02-regions";
import { ops02Tags } from "../../src/rules/ops-02-tags";
import { Suite, undecided } from "../support/cases";
import { declare, empty, hide, set, unset } from "../support/plans";

export const regionsSuite: Suite = {
    rule: ops02Regions,
    sound: [
        declare("storage:StorageAccount", "files", { location: "westeurope" }),
        declare("keyvault:Vault", "vault", { location: "West Europe" }),
        declare("network:PrivateZone", "zone", { location: "Global" }),
        declare("authorization:RoleAssignment", "grant"),
        declare("random:index:RandomId", "elsewhere", { location: "mars" }),
    ],
    cases: [
        { name: "one region, in two spellings, and what is everywhere", covers: "pass", reports: {} },
        {
            name: "two regions that are allowed",
            covers: "pass",
            changes: { vault: set("location", "northeurope") },
            settings: { regions: ["northeurope", "westeurope"] },
            reports: {},
        },
        {
            name: "another region than most",
            covers: "fail",
            changes: { vault: set("location", "eastus") },
            adds: [declare("network:NatGateway", "nat", { location: "eastus" })],
            settings: {},
            reports: { files: ['location is "westeurope"; it must be eastus'] },
        },
        {
            name: "where two are even, the first is meant",
            covers: "fail",
            changes: { vault: set("location", "eastus") },
            reports: { vault: ['location is "eastus"; it must be westeurope'] },
        },
        {
            name: "all of it in a region that is not allowed",
            covers: "fail",
            settings: { regions: ["northeurope", "swedencentral"] },
            reports: {
                files: ['location is "westeurope"; it must be northeurope or swedencentral'],
                vault: ['location is "West Europe"; it must be northeurope or swedencentral'],
            },
        },
        {
            name: "without a location, which Azure refuses where it wants one",
            covers: "absent",
            changes: { vault: unset("location") },
            reports: {},
        },
        { name: "no inputs", covers: "parent absent", changes: { files: empty }, reports: {} },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { vault: hide("location") },
            reports: { vault: [undecided("location")] },
        },
    ],
};

export const tagsSuite: Suite = {
    rule: ops02Tags,
    sound: [
        declare("storage:StorageAccount", "files", { tags: { owner: "ada@example.com", costCenter: "CC-1" } }),
        declare("compute:VirtualMachine", "machine", { tags: { Owner: unknown, CostCenter: "CC-1" } }),
        declare("authorization:RoleAssignment", "grant"),
        declare("future:Thing", "thing"),
        declare("random:index:RandomId", "suffix"),
    ],
    cases: [
        { name: "tagged, in another case or with a value of the update", covers: "pass", reports: {} },
        {
            name: "a blank owner",
            covers: "fail",
            changes: { files: set("tags.owner", " ") },
            reports: { files: ['tags.owner is " "; it must be set'] },
        },
        {
            name: "a type that nobody has seen, with one tag",
            covers: "fail",
            changes: { thing: set("tags", { owner: "ada@example.com" }) },
            reports: { thing: ["tags has no costCenter"] },
        },
        {
            name: "a tag that is wanted besides",
            covers: "fail",
            changes: { files: set("tags.expires", "2027-01-01") },
            settings: { more: ["expires"] },
            reports: { machine: ["tags has no expires"] },
        },
        {
            name: "one tag is missing",
            covers: "absent",
            changes: { machine: unset("tags.Owner") },
            reports: { machine: ["tags has no owner"] },
        },
        {
            name: "no tags",
            covers: "parent absent",
            changes: { files: empty },
            reports: { files: ["tags has no owner", "tags has no costCenter"] },
        },
        {
            name: "known only at the update",
            covers: "unknown",
            changes: { files: hide("tags") },
            reports: { files: [undecided("tags")] },
        },
    ],
};
