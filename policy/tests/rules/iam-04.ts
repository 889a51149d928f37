import { iam04 } from "../../src/rules/iam-04-federated-credentials";
import { Case, Suite } from "../support/cases";
import { declare, empty, hide, inOrder, set, unset } from "../support/plans";

const gitHub = "https://token.actions.githubusercontent.com";
const cluster = "https://westeurope.oic.prod-aks.azure.com/tenant/cluster/";

const exactly = "it must be one environment or branch of one repository";
const known = `it must be one of ${gitHub}`;
const single = "it must be a single audience";

function trusts(subject: string, verdict: "pass" | "fail"): Case {
    return {
        name: `trusts ${subject}`,
        covers: verdict,
        changes: { pipeline: set("subject", subject) },
        reports: verdict === "pass" ? {} : { pipeline: [`subject is ${JSON.stringify(subject)}; ${exactly}`] },
    };
}

export const suite: Suite = {
    rule: iam04,
    sound: [
        declare("managedidentity:FederatedIdentityCredential", "pipeline", {
            issuer: gitHub,
            subject: "repo:team/atelier:environment:production",
            audiences: ["api://AzureADTokenExchange"],
        }),
    ],
    cases: [
        { name: "one environment of one repository", covers: "pass", reports: {} },
        trusts("repo:team/atelier:ref:refs/heads/main", "pass"),
        trusts("repo:team/atelier:ref:refs/heads/release/1.0", "pass"),
        trusts("repo:team@123/atelier@456:environment:production", "pass"),
        trusts("repo:team/*", "fail"),
        trusts("repo:team/atelier:*", "fail"),
        trusts("repo:team/atelier:environment:*", "fail"),
        trusts("repo:team/atelier:environment:prod?", "fail"),
        trusts("repo:team/atelier:environment:", "fail"),
        trusts("repo:team/atelier:ref:refs/heads/*", "fail"),
        trusts("repo:team/atelier:ref:refs/tags/v1", "fail"),
        trusts("repo:team/atelier:pull_request", "fail"),
        trusts("repo:team/atelier", "fail"),
        trusts("repo:team:environment:production", "fail"),
        trusts(" repo:team/atelier:environment:production", "fail"),
        trusts("", "fail"),
        {
            name: "another issuer",
            covers: "fail",
            changes: { pipeline: set("issuer", "https://token.actions.githubusercontent.com.example.org") },
            reports: { pipeline: [`issuer is "https://token.actions.githubusercontent.com.example.org"; ${known}`] },
        },
        {
            name: "an issuer without encryption",
            covers: "fail",
            changes: { pipeline: set("issuer", "http://token.actions.githubusercontent.com") },
            reports: { pipeline: [`issuer is "http://token.actions.githubusercontent.com"; ${known}`] },
        },
        {
            name: "a cluster that is allowed to vouch",
            covers: "pass",
            changes: { pipeline: inOrder(set("issuer", cluster), set("subject", "system:serviceaccount:jobs:train")) },
            settings: { issuers: [cluster] },
            reports: {},
        },
        {
            name: "a cluster that is allowed to vouch, for all its accounts",
            covers: "fail",
            changes: { pipeline: inOrder(set("issuer", cluster), set("subject", "system:serviceaccount:jobs:*")) },
            settings: { issuers: [cluster] },
            reports: { pipeline: ['subject is "system:serviceaccount:jobs:*"; it must be exact, without a wildcard'] },
        },
        {
            name: "a pattern over claims",
            covers: "fail",
            changes: {
                pipeline: set("claimsMatchingExpression", { value: "claims['sub'] matches 'repo:team/*'", languageVersion: 1 }),
            },
            reports: { pipeline: ["claimsMatchingExpression is set; it must not be"] },
        },
        {
            name: "two audiences",
            covers: "fail",
            changes: { pipeline: set("audiences", ["api://AzureADTokenExchange", "other"]) },
            reports: { pipeline: [`audiences is ["api://AzureADTokenExchange","other"]; ${single}`] },
        },
        {
            name: "an empty audience",
            covers: "fail",
            changes: { pipeline: set("audiences", [""]) },
            reports: { pipeline: [`audiences is [""]; ${single}`] },
        },
        {
            name: "no audience",
            covers: "absent",
            changes: { pipeline: unset("audiences") },
            reports: { pipeline: [`audiences is not set; ${single}`] },
        },
        {
            name: "no subject",
            covers: "absent",
            changes: { pipeline: unset("subject") },
            reports: { pipeline: [`subject is not set; ${exactly}`] },
        },
        {
            name: "no inputs",
            covers: "parent absent",
            changes: { pipeline: empty },
            reports: {
                pipeline: [
                    `issuer is not set; ${known}`,
                    "subject is not set; it must be exact, without a wildcard",
                    `audiences is not set; ${single}`,
                ],
            },
        },
        {
            name: "all of it judged again when it is known",
            covers: "unknown",
            changes: { pipeline: inOrder(hide("issuer"), hide("subject"), hide("audiences")) },
            reports: {},
        },
        {
            name: "an issuer that is judged again when it is known, beside a finding",
            covers: "unknown",
            changes: { pipeline: inOrder(hide("issuer"), set("subject", "repo:team/*")) },
            reports: { pipeline: ['subject is "repo:team/*"; it must be exact, without a wildcard'] },
        },
    ],
};
