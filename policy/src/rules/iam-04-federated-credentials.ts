import { must, mustNotBeSet } from "../conditions";
import { Property } from "../plan/property";
import { azure } from "../plan/selector";
import { isList } from "../plan/value";
import { resourceRule } from "../rule";
import { all, Verdict } from "../verdict";

const gitHub = "https://token.actions.githubusercontent.com";

export const iam04 = resourceRule({
    id: "IAM-04",
    slug: "federated-credentials-are-exact",
    title: "A federated credential trusts one job of one repository, by a known issuer",
    why: "Whoever can run a job that the subject fits signs in as the identity; a pull request from outside runs one, too.",
    remediation:
        "Set subject to repo:OWNER/REPOSITORY:environment:NAME or repo:OWNER/REPOSITORY:ref:refs/heads/BRANCH, issuer to one of " +
        "the rule's issuers, and audiences to a single one, usually api://AzureADTokenExchange.",
    severity: "critical",
    level: "mandatory",
    url: "https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust-user-assigned-managed-identity",
    references: {
        azurePolicy: [
            "2571b7c3-3056-4a61-b00a-9bc5232234f5",
            "fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f",
            "ae62c456-33de-4dc8-b100-7ce9028a7d99",
        ],
        mcsb: [],
        cis: [],
        checkov: ["CKV_AZURE_249"],
        trivy: [],
        psRule: [],
        kics: [],
    },
    subjects: [azure("managedidentity", "FederatedIdentityCredential")],
    parameters: {
        issuers: {
            schema: {
                type: "array",
                description: "Who may vouch for a job: the exact addresses of the issuers.",
                items: { type: "string", pattern: "^https://[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._~-]+)*/?$" },
                minItems: 1,
                maxItems: 16,
                uniqueItems: true,
            },
            default: [gitHub],
        },
    },
    judgedAtUpdate: ["issuer", "subject", "audiences"],
    judge: (credential, { settings }) =>
        all(
            must(credential.at("issuer"), `one of ${settings.issuers.join(", ")}`, (value) =>
                settings.issuers.some((issuer) => issuer === value),
            ),
            judgeSubject(credential.at("subject"), credential.at("issuer")),
            // Patterns over the claims of a job, where the API version has them.
            mustNotBeSet(credential.at("claimsMatchingExpression")),
            must(
                credential.at("audiences"),
                "a single audience",
                (value) => isList(value) && value.length === 1 && isExact(value[0]),
            ),
        ),
});

/** A repository, and an environment or a branch of it; owners and repositories may carry their numbers. */
const job = /^repo:[\w.-]+(@\d+)?\/[\w.-]+(@\d+)?:(environment:[^:]+|ref:refs\/heads\/[^:]+)$/;

function judgeSubject(subject: Property, issuer: Property): Verdict {
    if (issuer.text === gitHub) {
        return must(subject, "one environment or branch of one repository", (value) => isExact(value) && job.test(value));
    }
    return must(subject, "exact, without a wildcard", isExact);
}

function isExact(value: unknown): value is string {
    return typeof value === "string" && /^[^*?\s]([^*?]*[^*?\s])?$/.test(value);
}
