import { Plan } from "../plan/plan";
import { azure } from "../plan/selector";
import { all, fail, pass, passes, undecided, Verdict } from "../verdict";
import { Holder } from "./holder";
import { Patterns } from "./pattern";
import { possession, Power } from "./permission";
import { contributing, governing, readingSecrets, readingWorkspaceSecrets } from "./powers";
import { Role } from "./role";
import { Scope } from "./scope";
import { isHarmful, targets } from "./target";

/** What an assignment of a role is judged by, besides the role. */
export interface Circumstances {
    readonly scope: Scope;
    readonly holder: Holder;
    readonly plan: Plan;
    /** Names of identities that may read keys and secrets on a machine. */
    readonly secretReaders: readonly string[];
}

/** The names of an identity, and the machines that have it. */
type Attached = Pick<Extract<Holder, { readonly kind: "identity" }>, "names" | "machines">;

const workspace = azure("machinelearningservices", "Workspace");

/** Whether an identity may hold the role there, by what the role grants and not by its name. */
export function judgeRole(role: Role, circumstances: Circumstances): Verdict {
    const { holder } = circumstances;
    return all(
        undecided(...role.unknowns.map((path) => `${path} of ${role.name}`)),
        judgePower(role, governing, fail("no identity may")),
        judgePower(role, contributing, mayContribute(circumstances)),
        judgeAsOnMachine(role, holder, circumstances),
    );
}

/** What it means for the assignment that the role has this power; failures complete the sentence that names the power. */
function judgePower(role: Role, power: Power, meaning: Verdict, within: Patterns = ["*"]): Verdict {
    if (passes(meaning)) {
        return pass;
    }
    const { by, unknowns } = possession(role.permissions, power, within);
    const found = `roleDefinitionId is ${role.name}, which may ${power.name} by "${by[0]?.pattern}"`;
    return all(
        by.length > 0 ? { ...meaning, failures: meaning.failures.map((failure) => `${found}; ${failure}`) } : pass,
        undecided(...unknowns.map((path) => `${path} of ${role.name}`)),
    );
}

function mayContribute({ scope, holder }: Circumstances): Verdict {
    if (scope.reach !== "resource" && scope.reach !== undefined) {
        return fail(`an identity may only on a single resource, and this is a whole ${scope.reach}`);
    }
    switch (holder.kind) {
        case "identity":
            return holder.machines.length > 0 ? fail(`no identity of a machine may, and ${onMachine(holder)}`) : pass;
        case "unclear":
            return undecided(...holder.unknowns);
        case "stranger":
            return fail("only an identity may that the plan shows attached to no machine, and principalId is none of the plan's");
        case "unknown":
            return undecided("principalId");
    }
}

/** Everybody who runs code on a machine can act as its identities; whether this one is on a machine may be open. */
function judgeAsOnMachine(role: Role, holder: Holder, circumstances: Circumstances): Verdict {
    switch (holder.kind) {
        case "identity":
            return holder.machines.length === 0
                ? pass
                : judgeOnMachine(role, holder, fail(`no identity of a machine may, and ${onMachine(holder)}`), circumstances);
        case "unclear":
            return judgeOnMachine(role, { ...holder, machines: [] }, undecided(...holder.unknowns), circumstances);
        case "unknown":
            return judgeOnMachine(role, { names: [], machines: [] }, undecided("principalId"), circumstances);
        case "stranger":
            return pass;
    }
}

function judgeOnMachine(
    role: Role,
    { names, machines }: Attached,
    harmful: Verdict,
    { scope, plan, secretReaders }: Circumstances,
): Verdict {
    const within = scope.provider === undefined ? ["*"] : [`${scope.provider}/*`];
    const mayRead = names.length > 0 && names.every((name) => isReader(name, secretReaders));
    const secrets = mayRead ? pass : harmful;
    const secretsOfWorkspaces = plan.select(workspace).length > 0 ? secrets : pass;
    return all(
        judgePower(role, readingSecrets, secrets, within),
        judgePower(role, readingWorkspaceSecrets, secretsOfWorkspaces, within),
        ...targets.map((target) => judgePower(role, target.power, isHarmful(target, scope, machines) ? harmful : pass, within)),
    );
}

function isReader(name: string, readers: readonly string[]): boolean {
    return readers.some((reader) => name === reader || name.endsWith(`-${reader}`));
}

function onMachine({ names, machines }: Attached): string {
    return `${names.join(" and ")} is attached to ${machines.map(({ name }) => name).join(", ")}`;
}
