import { Resource } from "./resource";
import { Selector } from "./selector";

/** All resources of a stack as they will be, with who depends on whom. Ids are unknown in a preview, so dependencies join them. */
export class Plan {
    private readonly byUrn: ReadonlyMap<string, Resource>;

    constructor(readonly resources: readonly Resource[]) {
        this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    }

    /** The resources of any of these types, in the plan's order. */
    select(...selectors: readonly Selector[]): readonly Resource[] {
        return this.resources.filter((resource) => selectors.some((selector) => selector.matches(resource.type)));
    }

    /** The resources of these types whose outputs are in the top-level input `key`, or whose id the input names. */
    referents(resource: Resource, key: string, ...selectors: readonly Selector[]): readonly Resource[] {
        const urns = new Set(resource.facts.propertyDependencies[key] ?? []);
        const texts = textsIn(resource.facts.inputs[key]);
        return this.select(...selectors).filter(
            (other) => urns.has(other.urn) || (other.facts.id !== undefined && texts.has(other.facts.id.toLowerCase())),
        );
    }

    /** The resources of these types that have outputs of `resource` in their top-level input `key`, or name its id there. */
    referrers(resource: Resource, key: string, ...selectors: readonly Selector[]): readonly Resource[] {
        const itself = { name: resource.type, matches: (type: string) => type === resource.type };
        return this.select(...selectors).filter((other) =>
            this.referents(other, key, itself).some(({ urn }) => urn === resource.urn),
        );
    }

    /** The resource with this URN; undefined when the plan has none. */
    find(urn: string): Resource | undefined {
        return this.byUrn.get(urn);
    }
}

/** Every text in a value, in lower case, because Azure's ids do not distinguish case. */
function textsIn(value: unknown): Set<string> {
    if (typeof value === "string") {
        return new Set([value.toLowerCase()]);
    }
    if (typeof value === "object" && value !== null) {
        return new Set(Object.entries(value).flatMap(([key, item]) => [key.toLowerCase(), ...textsIn(item)]));
    }
    return new Set();
}
