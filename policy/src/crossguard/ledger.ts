import { PolicyResource, ResourceValidationArgs, StackValidationArgs, UnknownValueError } from "@pulumi/policy";
import { Plan } from "../plan/plan";
import { Options, Resource } from "../plan/resource";
import { unknown, Value, Values } from "../plan/value";

/**
 * What the engine has told this pack of a plan. It tells every policy anew; what the first one was told is kept for the others.
 *
 * Stack policies are given outputs, in which a provider may call everything unknown that nobody has set. The inputs of the same
 * resources have been seen before, one by one, and are what the plan is made of.
 */
export class Ledger {
    private readonly resources = new Map<string, { readonly toldTo: string; readonly resource: Resource }>();
    private plan: { readonly toldTo: string; readonly plan: Plan } | undefined;

    /** The resource that the engine shows to this policy. */
    resource(policy: string, args: ResourceValidationArgs): Resource {
        const kept = this.resources.get(args.urn);
        if (kept !== undefined && kept.toldTo !== policy) {
            return kept.resource;
        }
        const resource = new Resource({
            urn: args.urn,
            type: args.type,
            name: args.name,
            inputs: readable(args.props),
            options: optionsOf(args),
            dependencies: [],
            propertyDependencies: {},
        });
        this.resources.set(args.urn, { toldTo: policy, resource });
        return resource;
    }

    /** The plan that the engine shows to this policy. */
    wholePlan(policy: string, args: StackValidationArgs): Plan {
        if (this.plan === undefined || this.plan.toldTo === policy) {
            this.plan = { toldTo: policy, plan: new Plan(args.resources.map((resource) => this.joined(resource))) };
        }
        return this.plan.plan;
    }

    private joined(told: PolicyResource): Resource {
        const id = read(() => told.props["id"]);
        return new Resource({
            urn: told.urn,
            type: told.type,
            name: told.name,
            inputs: this.resources.get(told.urn)?.resource.facts.inputs ?? readable(told.props),
            options: optionsOf(told),
            id: typeof id === "string" ? id : undefined,
            dependencies: told.dependencies.map((other) => other.urn),
            propertyDependencies: Object.fromEntries(
                Object.entries(told.propertyDependencies).map(([key, others]) => [key, others.map((other) => other.urn)]),
            ),
            parent: told.parent?.urn,
        });
    }
}

function optionsOf(args: { readonly opts: ResourceValidationArgs["opts"] }): Options {
    return { protect: args.opts.protect, ignoreChanges: args.opts.ignoreChanges, aliases: args.opts.aliases };
}

/** The SDK hands out objects that throw where a value is unknown; here it becomes a value like any other. */
function readable(props: Record<string, unknown>): Values {
    return Object.fromEntries(Object.keys(props).map((key) => [key, read(() => props[key])]));
}

function read(get: () => unknown): Value {
    try {
        return copy(get());
    } catch (error) {
        if (error instanceof UnknownValueError) {
            return unknown;
        }
        throw error;
    }
}

function copy(value: unknown): Value {
    if (Array.isArray(value)) {
        return Array.from({ length: value.length }, (_, index) => read(() => value[index]));
    }
    if (typeof value === "object" && value !== null) {
        return readable(value as Record<string, unknown>);
    }
    return value as Value;
}
