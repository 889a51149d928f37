import { Resource } from "../plan/resource";
import { Plan } from "../plan/plan";
import { isUnknownMark, unknown, Value, Values } from "../plan/value";
import { CannotJudge } from "./failure";

/** Marks a value that is more than JSON: https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/sig/sig.go */
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";

/** A resource as the state writes it; every key but `urn` and `type` may be left out. */
interface Exported {
    readonly urn: string;
    readonly type: string;
    readonly id?: unknown;
    readonly inputs?: unknown;
    readonly parent?: unknown;
    readonly protect?: unknown;
    readonly ignoreChanges?: unknown;
    readonly aliases?: unknown;
    readonly dependencies?: unknown;
    readonly propertyDependencies?: unknown;
    /** It is about to be deleted, and another stands in its place. */
    readonly delete?: unknown;
    /** It was only read. */
    readonly external?: unknown;
}

/** The plan that a stack already is, of which this is the exported text. */
export function parseStack(file: string, text: string): Plan {
    const resources = valueAt(parse(file, text), "deployment", "resources");
    if (!Array.isArray(resources)) {
        throw new CannotJudge(`${file} is no stack: deployment.resources is no list; make it with pulumi stack export`);
    }
    const exported = resources.map((resource: unknown, index) => {
        if (isExported(resource)) {
            return resource;
        }
        throw new CannotJudge(`${file} is no stack: deployment.resources[${index}] has no urn and type`);
    });
    return new Plan(exported.filter((one) => one.delete !== true && one.external !== true).map(resourceOf));
}

function parse(file: string, text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new CannotJudge(`${file} is no JSON: ${(error as SyntaxError).message}`);
    }
}

function resourceOf(exported: Exported): Resource {
    return new Resource({
        urn: exported.urn,
        type: exported.type,
        name: exported.urn.split("::").slice(3).join("::"),
        inputs: values(exported.inputs),
        options: {
            protect: exported.protect === true,
            ignoreChanges: texts(exported.ignoreChanges),
            aliases: texts(exported.aliases),
        },
        id: typeof exported.id === "string" ? exported.id : undefined,
        dependencies: texts(exported.dependencies),
        propertyDependencies: Object.fromEntries(
            Object.entries(isMap(exported.propertyDependencies) ? exported.propertyDependencies : {}).map(([key, urns]) => [
                key,
                texts(urns),
            ]),
        ),
        parent: typeof exported.parent === "string" ? exported.parent : undefined,
    });
}

function values(value: unknown): Values {
    return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, valueOf(item)])) : {};
}

function valueOf(value: unknown): Value {
    if (Array.isArray(value)) {
        return value.map(valueOf);
    }
    if (isMap(value)) {
        return signature in value ? marked(value) : values(value);
    }
    return isUnknownMark(value) ? unknown : (value as Value);
}

/** A secret is known when the export shows it; nobody can judge what is still encrypted, nor any other mark. */
function marked(value: Readonly<Record<string, unknown>>): Value {
    const plaintext = value["plaintext"];
    return value[signature] === secret && typeof plaintext === "string" ? valueOf(JSON.parse(plaintext)) : unknown;
}

function texts(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function valueAt(value: unknown, ...keys: readonly string[]): unknown {
    return keys.reduce<unknown>((inner, key) => (isMap(inner) ? inner[key] : undefined), value);
}

function isExported(value: unknown): value is Exported {
    return isMap(value) && typeof value["urn"] === "string" && typeof value["type"] === "string";
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
