import { Plan } from "../../src/plan/plan";
import { Options, Resource, ResourceFacts } from "../../src/plan/resource";
import { isList, isValues, unknown, Value, Values } from "../../src/plan/value";

/** A resource in a test, written as a program would declare it. */
export interface Declared {
    /** Without the provider, as in `storage:StorageAccount`. */
    readonly type: string;
    readonly name: string;
    readonly inputs: Values;
    /** For each input, the names of the resources whose outputs are in it. */
    readonly uses: Readonly<Record<string, readonly string[]>>;
    readonly options: Options;
    readonly parent?: string;
}

const plain: Options = { protect: false, ignoreChanges: [], aliases: [] };

export function declare(
    type: string,
    name: string,
    inputs: Values = {},
    uses: Readonly<Record<string, readonly string[]>> = {},
    options: Partial<Options> = {},
): Declared {
    return { type, name, inputs, uses, options: { ...plain, ...options } };
}

/** The whole type token: of azure-native in its default version unless the type names a provider. */
export function token(type: string): string {
    return type.split(":").length > 2 ? type : `azure-native:${type}`;
}

/** The same type in an explicit API version. */
export function versioned(type: string): string {
    const [module, name] = type.split(":");
    return type.split(":").length > 2 ? type : `azure-native:${module}/v20230101:${name}`;
}

export function urn(type: string, name: string): string {
    return `urn:pulumi:dev::atelier::${type}::${name}`;
}

/** The plan with these resources; `asToken` says how their types are named. */
export function plan(declared: readonly Declared[], asToken: (type: string) => string = token): Plan {
    return new Plan(facts(declared, asToken).map((one) => new Resource(one)));
}

export function facts(declared: readonly Declared[], asToken: (type: string) => string = token): readonly ResourceFacts[] {
    const urns = new Map(declared.map((one) => [one.name, urn(asToken(one.type), one.name)]));
    return declared.map((one) => {
        const propertyDependencies = Object.fromEntries(
            Object.entries(one.uses).map(([key, names]) => [key, names.map((name) => known(urns, name))]),
        );
        return {
            urn: urn(asToken(one.type), one.name),
            type: asToken(one.type),
            name: one.name,
            inputs: one.inputs,
            options: one.options,
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
            propertyDependencies,
            parent: one.parent === undefined ? undefined : known(urns, one.parent),
        };
    });
}

function known(urns: ReadonlyMap<string, string>, name: string): string {
    const found = urns.get(name);
    if (found === undefined) {
        throw new Error(`the test's plan has no resource named '${name}'`);
    }
    return found;
}

/** A change of one declared resource. */
export type Change = (declared: Declared) => Declared;

/** Sets the value at a path, as in `networkRuleSet.ipRules` or `securityRules.1.access`; what lies above is made when it is missing. */
export function set(path: string, value: Value): Change {
    return (declared) => ({ ...declared, inputs: withValue(declared.inputs, path.split("."), value) as Values });
}

/** Makes the value at a path unknown, as an output of another resource is in a preview. */
export function hide(path: string): Change {
    return set(path, unknown);
}

/** Takes away what is at a path. */
export function unset(path: string): Change {
    return (declared) => ({ ...declared, inputs: withValue(declared.inputs, path.split("."), undefined) as Values });
}

/** Takes away every input. */
export const empty: Change = (declared) => ({ ...declared, inputs: {} });

/** Changes what the engine is told. */
export function options(changed: Partial<Options>): Change {
    return (declared) => ({ ...declared, options: { ...declared.options, ...changed } });
}

/** Says of which resources an input has outputs; the value there becomes unknown. */
export function use(key: string, ...names: readonly string[]): Change {
    return (declared) => ({ ...hide(key)(declared), uses: { ...declared.uses, [key]: names } });
}

export function inOrder(...changes: readonly Change[]): Change {
    return (declared) => changes.reduce((changed, change) => change(changed), declared);
}

function withValue(container: Value | undefined, [key, ...rest]: readonly string[], value: Value | undefined): Value {
    const inner = rest.length === 0 ? value : withValue(child(container, key), rest, value);
    if (isList(container)) {
        const at = Number(key);
        const replaced: readonly Value[] = inner === undefined ? [] : [inner];
        return [...container.slice(0, at), ...replaced, ...container.slice(at + 1)];
    }
    const others = Object.entries(isValues(container) ? container : {}).filter(([other]) => other !== key);
    return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}

function child(container: Value | undefined, key: string): Value | undefined {
    if (isList(container)) {
        return container[Number(key)];
    }
    return isValues(container) ? container[key] : undefined;
}
