import type { AnalyzeRequest, AnalyzerResource } from "@pulumi/pulumi/proto/analyzer_pb";
import { Plan } from "../plan/plan";
import { Options, Resource } from "../plan/resource";
import { valueAt, valuesOf } from "./values";

/**
 * What the engine has told this pack of a plan.
 *
 * Of a stack it tells outputs, in which a provider may call everything unknown that nobody has set. The inputs of the same
 * resources have been told before, one by one, and are what the plan is made of.
 */
export class Ledger {
    private readonly resources = new Map<string, Resource>();
    private plan: Plan | undefined;

    /** A resource as it is before it is created or changed. */
    noteResource(told: AnalyzeRequest): void {
        const resource = new Resource({
            ...identityOf(told),
            inputs: valuesOf(told.getProperties()),
            dependencies: [],
            propertyDependencies: {},
        });
        this.resources.set(resource.urn, resource);
    }

    /** All resources of the stack, at the end of a preview or an update. */
    notePlan(told: readonly AnalyzerResource[]): void {
        const urns = new Set(told.map((resource) => resource.getUrn()));
        this.plan = new Plan(told.map((resource) => this.joined(resource, urns)));
    }

    /** The resource as it was told last. */
    resource(urn: string): Resource {
        const resource = this.resources.get(urn);
        if (resource === undefined) {
            throw new Error(`the engine has not told of ${urn}`);
        }
        return resource;
    }

    /** The plan that was told last. */
    get wholePlan(): Plan {
        if (this.plan === undefined) {
            throw new Error("the engine has not told of a stack");
        }
        return this.plan;
    }

    private joined(told: AnalyzerResource, urns: ReadonlySet<string>): Resource {
        const inPlan = (others: readonly string[]) => others.filter((urn) => urns.has(urn));
        const dependencies = [...told.getPropertydependenciesMap().entries()];
        const id = valueAt("id", told.getProperties());
        const [parent] = inPlan([told.getParent()]);
        return new Resource({
            ...identityOf(told),
            inputs: this.resources.get(told.getUrn())?.facts.inputs ?? valuesOf(told.getProperties()),
            id: typeof id === "string" ? id : undefined,
            dependencies: inPlan(told.getDependenciesList()),
            propertyDependencies: Object.fromEntries(dependencies.map(([key, others]) => [key, inPlan(others.getUrnsList())])),
            parent,
        });
    }
}

function identityOf(told: AnalyzeRequest | AnalyzerResource) {
    return { urn: told.getUrn(), type: told.getType(), name: told.getName(), options: optionsOf(told) };
}

function optionsOf(told: AnalyzeRequest | AnalyzerResource): Options {
    const options = told.getOptions();
    return {
        protect: options?.getProtect() ?? false,
        ignoreChanges: options?.getIgnorechangesList() ?? [],
        aliases: options?.getAliasesList() ?? [],
    };
}
