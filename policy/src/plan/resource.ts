import { Property } from "./property";
import { Values } from "./value";

/** What a program said about how the engine handles a resource. */
export interface Options {
    readonly protect: boolean;
    readonly ignoreChanges: readonly string[];
    readonly aliases: readonly string[];
}

/** Everything known of a resource before it is created or changed. */
export interface ResourceFacts {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly inputs: Values;
    readonly options: Options;
    /** The Azure id; undefined before it is created. */
    readonly id?: string;
    /** URNs of the resources it waits for. */
    readonly dependencies: readonly string[];
    /** For each input, URNs of the resources whose outputs are in it. */
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
    /** URN of the component or resource it belongs to. */
    readonly parent?: string;
}

/** A resource as a rule sees it. */
export class Resource {
    private readonly inputs: Property;

    constructor(
        readonly facts: ResourceFacts,
        looked: (path: string) => void = () => {},
    ) {
        this.inputs = Property.root(facts.inputs, looked);
    }

    get urn(): string {
        return this.facts.urn;
    }

    get type(): string {
        return this.facts.type;
    }

    get name(): string {
        return this.facts.name;
    }

    get options(): Options {
        return this.facts.options;
    }

    /** The place in its inputs, as in `osProfile.linuxConfiguration.ssh`. */
    at(path: string): Property {
        return this.inputs.at(path);
    }

    /** The same resource, telling which places of its inputs are looked at. */
    observed(looked: (path: string) => void): Resource {
        return new Resource(this.facts, looked);
    }
}
