import { decide } from "../conditions";
import { Extension, extended, extensionsOf, unknownExtensions } from "../machines/extension";
import { Parameter, resourceRule } from "../rule";
import { mustHoldNoSecrets } from "../secrets/judge";
import { all, fail, pass, undecided, Verdict } from "../verdict";

const allowed: Parameter<string[]> = {
    schema: {
        type: "array",
        items: { type: "string", pattern: "^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*/[A-Za-z0-9.-]+$" },
        maxItems: 30,
        description: "Extensions that may be installed, as publisher/type.",
    },
    // None of them runs commands that the plan gives it, and none opens another way in.
    default: [
        "Microsoft.Azure.Monitor/AzureMonitorLinuxAgent",
        "Microsoft.Azure.Security.LinuxAttestation/GuestAttestation",
        "Microsoft.Azure.KeyVault/KeyVaultForLinux",
        "Microsoft.ManagedServices/ApplicationHealthLinux",
    ],
};

export const vms06 = resourceRule({
    id: "VMS-06",
    slug: "allowed-extensions",
    title: "Only allowed extensions are installed, and their secrets are in protectedSettings",
    why: "An extension runs as root, and everybody who may read the machine can read its settings.",
    remediation:
        "Remove the extension or name it in the parameter allowed, as publisher/type; move secrets from settings to protectedSettings.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/virtual-machines/extensions/overview",
    references: {
        azurePolicy: ["c0e996f8-39cf-4af9-9f45-83fbde810432"],
        mcsb: [],
        cis: ["2.0.0:7.5"],
        checkov: ["CKV_AZURE_50"],
        trivy: [],
        psRule: ["AZR-000333"],
        kics: [],
    },
    subjects: extended,
    parameters: { allowed },
    judgedAtUpdate: ["settings", "virtualMachineProfile.extensionProfile.extensions"],
    judge: async (resource, { settings }) => {
        const verdicts = extensionsOf(resource).map(async (extension) =>
            all(mustBeAllowed(extension, settings.allowed), await mustHoldNoSecrets(extension.at("settings"))),
        );
        return all(...(await Promise.all(verdicts)), undecided(...unknownExtensions(resource)));
    },
});

function mustBeAllowed(extension: Extension, names: readonly string[]): Verdict {
    const [publisher, type] = [extension.at("publisher"), extension.at("type")];
    const name = `${publisher.text ?? ""}/${type.text ?? ""}`;
    const isAllowed = names.some((other) => other.toLowerCase() === name.toLowerCase());
    return decide(publisher, () =>
        decide(type, () => (isAllowed ? pass : fail(`${type.path} is ${shown(name)}; it is not among the allowed extensions`))),
    );
}

function shown(name: string): string {
    return name === "/" ? "not set" : name;
}
