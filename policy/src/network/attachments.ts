import { Plan } from "../plan/plan";
import { Resource } from "../plan/resource";
import { anyAzure } from "../plan/selector";
import { remembered } from "../remembered";
import { Value } from "../plan/value";
import { Card, cardOwners, cardsOf, groupsOf, guardOf, subnetOf } from "./cards";
import { subnetType, Target, virtualNetworkType } from "./resources";
import { SecurityGroup, securityGroup } from "./security-group";
import { Group, SecurityRule } from "./security-rule";
import { allSubnets, guardOfSubnet, Subnet } from "./subnets";

/** Machines whose packets pass the same security groups. */
export interface Position {
    /** One or two of them; a packet must pass all. */
    readonly gates: readonly SecurityGroup[];
    /** The machines that are told apart by their application security groups, each as the keys of these. */
    readonly machines: readonly ReadonlySet<string>[];
}

/** A network interface or subnet, and the security group that it names. */
interface Guarded<T extends Card | Subnet> {
    readonly it: T;
    readonly guard: Target;
}

/** What a security group is attached to. */
export interface Ward {
    readonly cards: readonly Card[];
    readonly subnets: readonly Subnet[];
    readonly possibleSubnets: readonly Subnet[];
}

/** The interfaces and subnets of a plan, and who guards them. */
export class Attachments {
    /** Those of a plan, which are found once. */
    static readonly of = remembered((plan: Plan) => new Attachments(plan));

    private readonly allSubnets: readonly Subnet[];
    private readonly cards: readonly Guarded<Card>[];
    private readonly subnets: readonly Guarded<Subnet>[];
    /** Whatever may be guarded. */
    private readonly owners: readonly Resource[];

    private constructor(private readonly plan: Plan) {
        this.allSubnets = allSubnets(plan);
        this.subnets = this.allSubnets.map((it) => ({ it, guard: guardOfSubnet(it, plan) }));
        this.owners = plan.select(...cardOwners, subnetType, virtualNetworkType);
        this.cards = plan
            .select(...cardOwners)
            .flatMap((owner) => cardsOf(owner).map((it) => ({ it, guard: guardOf(it, plan) })));
    }

    /** Where a security group is in the way. It counts as the only one wherever the plan does not certainly show another. */
    readonly positionsOf = remembered((group: SecurityGroup) => this.findPositions(group));

    private findPositions(group: SecurityGroup): readonly Position[] {
        const { urn } = group.resource;
        const positions = [
            ...led(this.cards, urn).map((card) => this.behind(card, [group, ...this.gateOf(this.subnetGuard(card))])),
            ...led(this.subnets, urn).flatMap((subnet) => this.inSubnet(group, subnet)),
        ];
        return positions.length === 0 || this.mayBeElsewhere(urn) ? [...positions, alone(group)] : positions;
    }

    /** What guards the subnet of a card. */
    subnetGuard(card: Card): Target {
        const subnet = subnetOf(card, this.allSubnets, this.plan);
        if (subnet !== undefined) {
            return guardOfSubnet(subnet, this.plan);
        }
        const unknown = card
            .at("ipConfigurations")
            .unknowns.find((path) => /ipConfigurations(\[\d+\](\.subnet(\.id)?)?)?$/.test(path));
        return unknown === undefined ? { kind: "elsewhere" } : { kind: "unknown", path: unknown };
    }

    /** What a security group guards, and which subnets it may guard as far as the plan tells. */
    guardedBy({ urn }: Resource): Ward {
        const possible = this.subnets.filter(
            ({ it, guard }) => guard.kind === "unknown" && it.owner.facts.dependencies.includes(urn),
        );
        return { cards: led(this.cards, urn), subnets: led(this.subnets, urn), possibleSubnets: possible.map(({ it }) => it) };
    }

    /** The security group that is led to, as a list of at most one. */
    gateOf(target: Target): readonly SecurityGroup[] {
        return target.kind === "resource" ? [securityGroup(target.resource, this.plan)] : [];
    }

    /** The position of a card behind these gates. */
    behind(card: Card, gates: readonly SecurityGroup[]): Position {
        const groups = groupsOf(card, this.plan);
        const untold = gates.some((gate) => gate.rules.some((rule) => groupsNamed(rule).some((group) => !group.isKnown)));
        const isTold = groups !== undefined && !untold;
        return { gates, machines: isTold ? [new Set(groups.map(({ key }) => key))] : possibleMachines(gates) };
    }

    private inSubnet(group: SecurityGroup, subnet: Subnet): readonly Position[] {
        const inside = this.cards.filter(({ it }) => subnetOf(it, this.allSubnets, this.plan) === subnet);
        const owners = new Set(inside.map(({ it }) => it.owner.urn));
        const others = this.usersOf(subnet).filter((user) => !owners.has(user.urn));
        const positions = inside.map(({ it, guard }) => this.behind(it, [group, ...this.gateOf(guard)]));
        return positions.length === 0 || others.length > 0 ? [...positions, alone(group)] : positions;
    }

    /** Whatever depends on a subnet, or names it, may be in it. */
    private usersOf({ owner, id }: Subnet): readonly Resource[] {
        const name = id?.toLowerCase();
        return this.plan
            .select(anyAzure)
            .filter(
                ({ facts }) => facts.dependencies.includes(owner.urn) || (name !== undefined && contains(facts.inputs, name)),
            );
    }

    /** Whether something uses a security group in a way that does not tell which interface or subnet it guards. */
    private mayBeElsewhere(urn: string): boolean {
        const guarded = [...this.cards, ...this.subnets];
        const settled = new Set(guarded.filter(({ guard }) => leadsTo(guard, urn)).map(({ it }) => it.owner.urn));
        const open = new Set(guarded.filter(({ guard }) => guard.kind === "unknown").map(({ it }) => it.owner.urn));
        return this.owners
            .filter((owner) => open.has(owner.urn) || !settled.has(owner.urn))
            .some(({ facts }) => facts.dependencies.includes(urn));
    }
}

function led<T extends Card | Subnet>(all: readonly Guarded<T>[], urn: string): readonly T[] {
    return all.filter(({ guard }) => leadsTo(guard, urn)).map(({ it }) => it);
}

function contains(value: Value | undefined, text: string): boolean {
    if (typeof value === "string") {
        return value.toLowerCase() === text;
    }
    return typeof value === "object" && value !== null && Object.values(value).some((item: Value) => contains(item, text));
}

function leadsTo(target: Target, urn: string): boolean {
    return target.kind === "resource" && target.resource.urn === urn;
}

function alone(group: SecurityGroup): Position {
    return { gates: [group], machines: possibleMachines([group]) };
}

/**
 * The machines that rules may tell apart: one in no application security group, and for each gate one in a group that it names.
 * A machine in more groups of the same gate is let in by no packet that reaches none of these.
 */
function possibleMachines(gates: readonly SecurityGroup[]): readonly ReadonlySet<string>[] {
    return gates.reduce(
        (machines: readonly ReadonlySet<string>[], gate) => {
            const keys = [...new Set(gate.rules.flatMap((rule) => groupsNamed(rule).map(({ key }) => key)))];
            return machines.flatMap((machine) => [machine, ...keys.map((key) => new Set([...machine, key]))]);
        },
        [new Set<string>()],
    );
}

/** The groups by which a rule tells the machines behind it apart. */
function groupsNamed({ direction, source, destination }: SecurityRule): readonly Group[] {
    return direction === "Inbound" ? destination.groups : source.groups;
}
