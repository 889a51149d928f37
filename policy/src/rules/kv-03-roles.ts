import { each, must, mustBe } from "../conditions";
import { Property } from "../plan/property";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all, Verdict } from "../verdict";

/** A resource of its own in newer versions of azure-native. */
const accessPolicy = azure("keyvault", "AccessPolicy");

export const kv03 = resourceRule({
    id: "KV-03",
    slug: "roles",
    title: "Key vaults are opened by roles",
    why: "Access policies cannot be bound to a single secret, and whoever may write the vault may give himself everything.",
    remediation: "Set properties.enableRbacAuthorization to true, remove access policies, and assign key vault roles.",
    severity: "high",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/key-vault/general/rbac-guide",
    references: {
        azurePolicy: ["12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5"],
        mcsb: ["PA-7"],
        cis: ["3.0.0:3.3.6"],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000118"],
        kics: [],
    },
    subjects: [azure("keyvault", "Vault"), accessPolicy],
    judge: (resource) =>
        accessPolicy.matches(resource.type)
            ? mayLittle(resource.at("policy.permissions"))
            : all(
                  mustBe(resource.at("properties.enableRbacAuthorization"), true),
                  // They have no effect under roles, and are in force again as soon as somebody switches back.
                  each(resource.at("properties.accessPolicies"), (policy) => mayLittle(policy.at("permissions"))),
              ),
});

function mayLittle(permissions: Property): Verdict {
    return all(
        ...["keys", "secrets", "certificates", "storage"].map((kind) =>
            each(permissions.at(kind), (permission) =>
                must(permission, "neither all nor purge", (value) => !/^(all|purge)$/i.test(String(value))),
            ),
        ),
    );
}
