import { unknown } from "../../src/plan/value";
import { pack02 } from "../../src/rules/pack-02-hidden-resources";
import { Suite } from "../support/cases";
import { declare } from "../support/plans";

const typeOnly = "only the type is looked at, which is always there and known";

const template = "deploys a template, whose resources no plan shows";

/** A type of each kind that hides resources, and what is said of it. */
const hiding: Readonly<Record<string, string>> = {
    "resources:DeploymentAtSubscriptionScope": template,
    "resources:DeploymentStackAtResourceGroup": template,
    "resources:Resource": "makes any resource, under properties of which the plan says little",
    "resources:AzureCliScript": "runs a script in Azure",
    "resources:AzurePowerShellScript": "runs a script in Azure",
    "resources:DeploymentScript": "runs a script in Azure",
    "solutions:Application": template,
    "blueprint:Assignment": "deploys a blueprint, whose resources no plan shows",
    "customproviders:CustomResourceProvider": "makes resources of a kind that only its own server knows",
    "azure:storage/account:Account": "is of the classic Azure provider, which this pack does not know",
    "azurerm:index/storageAccount:StorageAccount": "is of a Terraform provider, which this pack does not know",
    "azapi:index:Resource": "is of a Terraform provider, which this pack does not know",
    "vnet:tf:azurerm_virtual_network": "is of a Terraform module, which this pack does not know",
    "pulumi-nodejs:dynamic:Resource": "runs code of the program, which may do anything",
    "pulumi-python:dynamic/files:Copy": "runs code of the program, which may do anything",
    "command:local:Command": "runs a command, which may do anything",
    "command:remote:CopyToRemote": "runs a command, which may do anything",
    "kubernetes:storage.azure.com/v1api20230101:StorageAccount": "makes an Azure resource through a cluster",
};

/** Types that stand beside those and hide nothing. */
const plain = [
    "resources:ResourceGroup",
    "resources:TemplateSpec",
    "solutions:JitRequest",
    "storage:StorageAccount",
    "pulumi:pulumi:Stack",
    "pulumi:pulumi:StackReference",
    "pulumi:providers:azure",
    "pulumi:providers:command",
    "atelier:components:Workspace",
    "strangers:index:Component",
    "azuread:index/group:Group",
    "kubernetes:apps/v1:Deployment",
    "random:index/randomId:RandomId",
    "commander:local:Command",
    "resourcesx:Deployment",
];

export const suite: Suite = {
    rule: pack02,
    sound: plain.map((type) => declare(type, type)),
    cases: [
        { name: "nothing hidden", covers: "pass", reports: {} },
        {
            name: "a type that is known to hide nothing here",
            covers: "pass",
            adds: [declare("command:local:Command", "tool")],
            settings: { allow: ["command:local:Command"] },
            reports: {},
        },
        {
            name: "another type than the allowed one",
            covers: "fail",
            adds: [declare("command:remote:Command", "tool")],
            settings: { allow: ["command:local:Command"] },
            reports: { tool: ["a resource of this type runs a command, which may do anything"] },
        },
        ...Object.entries(hiding).map(([type, how]) => ({
            name: type,
            covers: "fail" as const,
            adds: [declare(type, "hidden")],
            reports: { hidden: [`a resource of this type ${how}`] },
        })),
        {
            name: "inputs that are not known",
            covers: "unknown",
            adds: [declare("azapi:index:Resource", "hidden", { body: unknown })],
            reports: { hidden: ["a resource of this type is of a Terraform provider, which this pack does not know"] },
        },
    ],
    lacks: { absent: typeOnly, "parent absent": typeOnly },
};
