import { mustBe, mustBeSet } from "../conditions";
import { azure } from "../plan/selector";
import { resourceRule } from "../rule";
import { all } from "../verdict";

export const aml03 = resourceRule({
    id: "AML-03",
    slug: "user-assigned-identity",
    title: "Machine-learning workspaces act as a user-assigned identity",
    why: "The rights of a system-assigned identity are given by Azure, as Contributor of the whole resource group.",
    remediation:
        "Set identity.type to UserAssigned, name the identity in identity.userAssignedIdentities and in primaryUserAssignedIdentity.",
    severity: "medium",
    level: "mandatory",
    url: "https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication",
    references: {
        azurePolicy: ["5f0c7d88-c7de-45b8-ac49-db49e72eaa78"],
        mcsb: [],
        cis: [],
        checkov: [],
        trivy: [],
        psRule: ["AZR-000407"],
        kics: [],
    },

    subjects: [azure("machinelearningservices", "Workspace")],
    // Whether the primary identity is one of those is not judged: Azure refuses one that is not.
    judge: (workspace) =>
        all(
            mustBe(workspace.at("identity.type"), "UserAssigned"),
            mustBeSet(workspace.at("identity.userAssignedIdentities")),
            mustBeSet(workspace.at("primaryUserAssignedIdentity")),
        ),
});
