import { Parameters, policyName, References, Rule } from "../../src/rule";

/** The groups of the README, by how the ids of their rules begin. */
const groups: readonly (readonly [string, readonly string[]])[] = [
    ["Network", ["NET"]],
    ["Machines", ["VMS"]],
    ["Machine learning", ["AML"]],
    ["Storage", ["STO"]],
    ["Key vaults and registries", ["KV", "ACR"]],
    ["Access", ["IAM"]],
    ["Operations", ["OPS"]],
    ["The pack itself", ["PACK"]],
];

const begin = "<!-- From here: npm run docs -->";
const end = "<!-- To here: npm run docs -->";

/** The README with the tables that these rules give. */
export function withTables(readme: string, rules: readonly Rule[]): string {
    const [before, after] = [readme.indexOf(begin), readme.indexOf(end)];
    if (before < 0 || after < before) {
        throw new Error(`README.md has no place between '${begin}' and '${end}'`);
    }
    return `${readme.slice(0, before)}${begin}\n\n${tables(rules)}\n${readme.slice(after)}`;
}

function tables(rules: readonly Rule[]): string {
    const named = groups.map(([title, prefixes]) => [title, rules.filter((rule) => prefixes.includes(prefix(rule)))] as const);
    return named
        .filter(([, members]) => members.length > 0)
        .map(([title, members]) => `### ${title}\n\n${checks(members)}${parameters(members)}`)
        .join("\n");
}

function checks(rules: readonly Rule[]): string {
    return table(
        ["Id", "What must hold", "Why", "Severity", "Level", "Remediation", "Elsewhere"],
        rules.map((rule) => [
            `[${rule.id}](${rule.url}) \`${rule.slug}\``,
            rule.title,
            rule.why,
            rule.severity,
            rule.level,
            rule.remediation,
            elsewhere(rule.references),
        ]),
    );
}

function parameters(rules: readonly Rule[]): string {
    const rows = rules.flatMap((rule) =>
        Object.entries(rule.parameters as Parameters).map(([name, { schema, default: value }]) => [
            `\`${policyName(rule)}\``,
            `\`${name}\``,
            schema.description ?? "",
            `\`${JSON.stringify(value)}\``,
            bounds({ ...schema }),
        ]),
    );
    return rows.length === 0 ? "" : `\n${table(["Policy", "Parameter", "What it is", "Default", "Bounds"], rows)}`;
}

/** What the schema demands, as JSON without what another column tells. */
function bounds({ description: _, ...schema }: Record<string, unknown>): string {
    return `\`${JSON.stringify(schema)}\``;
}

function elsewhere({ azurePolicy, mcsb, cis, checkov, trivy, psRule, kics }: References): string {
    const lists: readonly (readonly [string, readonly string[]])[] = [
        ["Azure Policy", azurePolicy],
        ["MCSB", mcsb],
        ["CIS", cis],
        ["Checkov", checkov],
        ["Trivy", trivy],
        ["PSRule", psRule],
        ["KICS", kics],
    ];
    return lists
        .filter(([, ids]) => ids.length > 0)
        .map(([name, ids]) => `${name} ${ids.join(", ")}`)
        .join("; ");
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
    const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
    return line(heading) + `|${"---|".repeat(heading.length)}\n` + rows.map(line).join("");
}

function prefix(rule: Rule): string {
    return rule.id.split("-")[0];
}
