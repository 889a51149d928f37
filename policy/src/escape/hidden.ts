/** A kind of resource that makes Azure resources which no plan shows, or shows under a type that no rule knows. */
export interface Hiding {
    readonly type: RegExp;
    /** Completes "it ..." in a message. */
    readonly how: string;
}

/** The name of an azure-native resource behind its module, in any API version. */
function azureNative(module: string, names: string): RegExp {
    return new RegExp(`^azure-native(_[a-z0-9_]+)?:${module}(/v[0-9a-z]+)?:(${names})$`);
}

/** Whatever is known to hide Azure resources from this pack. */
export const hidings: readonly Hiding[] = [
    { type: azureNative("resources", "Deployment(At\\w+|Stack\\w+)?"), how: "deploys a template, whose resources no plan shows" },
    { type: azureNative("resources", "Resource"), how: "makes any resource, under properties of which the plan says little" },
    { type: azureNative("resources", "Azure(Cli|PowerShell)Script|DeploymentScript"), how: "runs a script in Azure" },
    { type: azureNative("solutions", "Application"), how: "deploys a template, whose resources no plan shows" },
    { type: azureNative("blueprint", "Assignment"), how: "deploys a blueprint, whose resources no plan shows" },
    { type: azureNative("customproviders", "\\w+"), how: "makes resources of a kind that only its own server knows" },
    { type: /^azure:/, how: "is of the classic Azure provider, which this pack does not know" },
    { type: /^(azurerm|azapi|azurestack):/, how: "is of a Terraform provider, which this pack does not know" },
    { type: /^[^:]+:tf:(azurerm|azapi|azurestack)_/, how: "is of a Terraform module, which this pack does not know" },
    { type: /^pulumi-[a-z]+:dynamic(\/|:)/, how: "runs code of the program, which may do anything" },
    { type: /^command:/, how: "runs a command, which may do anything" },
    { type: /^kubernetes:([\w.-]+\.)?azure\.com\//, how: "makes an Azure resource through a cluster" },
];

/** How a resource of this type hides others; undefined for one of which nobody knows that it does. */
export function hiding(type: string): string | undefined {
    return hidings.find((one) => one.type.test(type))?.how;
}
