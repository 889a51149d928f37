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

type Identity = Extract<Holder, { readonly kind: "identity" }>;

const workspace = azure("machinelearningservices", "Workspace");

/** Whether an identity may hold the role there, by what the role grants and not by its name. */
export function judgeRole(role: Role, circumstances: Circumstances): Verdict {
    const { holder } = circumstances;
    return all(
        undecided(...role.unknowns.map((path) => `${path} of ${role.name}`)),
        judgePower(role, governing, fail("no identity may")),
        judgePower(role, contributing, mayContribute(circumstances)),
        holder.kind === "identity" && holder.machines.length > 0 ? judgeOnMachine(role, holder, circumstances) : pass,
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

/** Everybody who runs code on a machine can act as its identities. */
function judgeOnMachine(role: Role, holder: Identity, { scope, plan, secretReaders }: Circumstances): Verdict {
    const within = scope.provider === undefined ? ["*"] : [`${scope.provider}/*`];
    const harmful = fail(`no identity of a machine may, and ${onMachine(holder)}`);
    const mayRead = holder.names.every((name) => secretReaders.some((reader) => name === reader || name.endsWith(`-${reader}`)));
    const secrets = mayRead ? pass : harmful;
    const secretsOfWorkspaces = plan.select(workspace).length > 0 ? secrets : pass;
    return all(
        judgePower(role, readingSecrets, secrets, within),
        judgePower(role, readingWorkspaceSecrets, secretsOfWorkspaces, within),
        ...targets.map((target) =>
            judgePower(role, target.power, isHarmful(target, scope, holder.machines) ? harmful : pass, within),
        ),
    );
}

function onMachine({ names, machines }: Identity): string {
    return `${names.join(" and ")} is attached to ${machines.map(({ name }) => name).join(", ")}`;
}
