import { remembered } from "../remembered";
import { Resource } from "./resource";
import { anything, Selector } from "./selector";
import { isList, isValues, Value } from "./value";

/** All resources of a stack as they will be, with who depends on whom. Ids are unknown in a preview, so dependencies join them. */
export class Plan {
    private readonly byUrn: ReadonlyMap<string, Resource>;
    private readonly byId: ReadonlyMap<string, Resource>;
    private links: ReadonlyMap<string, readonly Link[]> | undefined;
    private readonly ofOne = remembered((selector: Selector) => this.resources.filter(({ type }) => selector.matches(type)));

    constructor(readonly resources: readonly Resource[]) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
        this.byId = new Map(
            resources.flatMap((resource) => (resource.facts.id === undefined ? [] : [[lower(resource.facts.id), resource]])),
        );
    }

    /** The resources of any of these types, in the plan's order. */
    select(...selectors: readonly Selector[]): readonly Resource[] {
        const [only, ...others] = selectors;
        return only !== undefined && others.length === 0
            ? this.ofOne(only)
            : this.resources.filter((resource) => isOf(resource, selectors));
    }

    /** The resources of these types whose outputs are in the top-level input `key`, or whose id the input names. */
    referents(resource: Resource, key: string, ...selectors: readonly Selector[]): readonly Resource[] {
        const depended = (resource.facts.propertyDependencies[key] ?? []).map((urn) => this.byUrn.get(urn));
        return distinct([...depended, ...this.named(resource.facts.inputs[key])]).filter((other) => isOf(other, selectors));
    }

    /** The resources of these types that have outputs of `resource` in their top-level input `key`, or name its id there. */
    referrers(resource: Resource, key: string, ...selectors: readonly Selector[]): readonly Resource[] {
        const links = this.linksTo(resource.urn).filter((link) => link.key === key);
        return distinct(links.map((link) => link.from)).filter((other) => isOf(other, selectors));
    }

    /** The resource with this URN; undefined when the plan has none. */
    find(urn: string): Resource | undefined {
        return this.byUrn.get(urn);
    }

    /** The resources whose ids are in a value. Before an update none has one, and nothing needs to be looked for. */
    private named(value: Value | undefined): readonly (Resource | undefined)[] {
        return this.byId.size === 0 ? [] : textsIn(value).map((text) => this.byId.get(lower(text)));
    }

    private linksTo(urn: string): readonly Link[] {
        this.links ??= groupByTarget(this.resources.flatMap((resource) => this.linksOf(resource)));
        return this.links.get(urn) ?? [];
    }

    private linksOf(from: Resource): readonly Link[] {
        const keys = new Set([...Object.keys(from.facts.inputs), ...Object.keys(from.facts.propertyDependencies)]);
        return [...keys].flatMap((key) => this.referents(from, key, anything).map(({ urn }) => ({ from, key, to: urn })));
    }
}

/** An input of one resource that holds outputs of another, or its id. */
interface Link {
    readonly from: Resource;
    readonly key: string;
    readonly to: string;
}

function groupByTarget(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
    const groups = new Map<string, Link[]>();
    for (const link of links) {
        const group = groups.get(link.to) ?? [];
        group.push(link);
        groups.set(link.to, group);
    }
    return groups;
}

function isOf(resource: Resource, selectors: readonly Selector[]): boolean {
    return selectors.some((selector) => selector.matches(resource.type));
}

function distinct(resources: readonly (Resource | undefined)[]): readonly Resource[] {
    return [...new Set(resources)].filter((resource) => resource !== undefined);
}

/** Azure's ids do not distinguish case. */
function lower(id: string): string {
    return id.toLowerCase();
}

/** Every text in a value; keys, too, because identities are the keys of a map. */
function textsIn(value: Value | undefined): readonly string[] {
    if (typeof value === "string") {
        return [value];
    }
    if (isList(value)) {
        return value.flatMap(textsIn);
    }
    return isValues(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : [];
}
