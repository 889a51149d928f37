/** Which resources a rule judges, by their type token. */
export interface Selector {
    /** As it is shown to people. */
    readonly name: string;
    matches(type: string): boolean;
}

/**
 * A resource type of azure-native, by module and name, in whatever API version the token names:
 * `azure-native:storage:StorageAccount`, `azure-native:storage/v20230101:StorageAccount` and the packages of one version that
 * `pulumi package add` generates, `azure-native_storage_v20230101:storage:StorageAccount`.
 */
export function azure(module: string, name: string): Selector {
    const token = new RegExp(`^azure-native(_[a-z0-9_]+)?:${module}(/v[0-9a-z]+)?:${name}$`);
    return { name: `${module}:${name}`, matches: once((type) => token.test(type)) };
}

/** A plan has few types, and every rule asks about each of its resources. */
function once(matches: (type: string) => boolean): (type: string) => boolean {
    const answers = new Map<string, boolean>();
    return (type) => {
        const answer = answers.get(type) ?? matches(type);
        answers.set(type, answer);
        return answer;
    };
}

/** Every resource of azure-native. */
export const anyAzure: Selector = {
    name: "every Azure resource",
    matches: once((type) => /^azure-native(_[a-z0-9_]+)?:/.test(type)),
};

/** The stack itself, for what a plan as a whole must have. */
export const stack: Selector = { name: "the stack", matches: (type) => type === "pulumi:pulumi:Stack" };

/** Whatever a plan holds. */
export const anything: Selector = { name: "everything", matches: () => true };
