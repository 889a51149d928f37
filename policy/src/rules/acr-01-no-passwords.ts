import { mayOnlyBe, mustBe } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

const token = azure("containerregistry", "Token");

export const acr01 = resourceRule({
    id: "ACR-01",
    slug: "no-passwords",
    title: "Registries are opened by roles only",
    why: "The admin user, anonymous pulls and repository tokens let in whoever knows a password, or nobody needs one.",
    remediation: "Leave adminUserEnabled and anonymousPullEnabled false, disable tokens, and assign AcrPull and AcrPush.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/container-registry/container-registry-authentication",
    references: {
        azurePolicy: [
            "dc921057-6b28-4fbe-9b83-f7bec05db6c2",
            "9f2dea28-e834-476c-99c5-3507b4728395",
            "42781ec6-6127-4c30-bdfa-fb423a0047d3",
            "ff05e24e-195c-447e-b322-5e90c9f9f366",
        ],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_137", "CKV_AZURE_138"],
        trivy: [],
        psRule: ["AZR-000005", "AZR-000401"],
        kics: [],
    },
    subjects: [azure("containerregistry", "Registry"), token],
    judge: (resource) =>
        token.matches(resource.type)
            ? mustBe(resource.at("status"), "disabled")
            : all(
                  // Both are off by default: https://learn.microsoft.com/rest/api/containerregistry/registries/create
                  mayOnlyBe(resource.at("adminUserEnabled"), false),
                  mayOnlyBe(resource.at("anonymousPullEnabled"), false),
                  // Azure's default lets in tokens for Azure Resource Manager; azure-native 2.10.0 cannot say otherwise.
                  mayOnlyBe(resource.at("policies.azureADAuthenticationAsArmPolicy.status"), "disabled"),
              ),
});
