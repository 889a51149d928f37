/** Which resources a waiver is for. */
export interface Pattern {
    readonly text: string;
    matches(urn: string): boolean;
}

/** How many characters a name with stars must have besides them, so that it still says which resources are meant. */
const leastCharacters = 3;

export const allowedPattern =
    "TYPE::NAME, as azure-native:storage:StorageAccount::files, or a whole URN; a star in the name, or in the stack and project " +
    `of a URN, stands for any characters, and a name with stars has ${leastCharacters} others`;

const short = /^(?<types>[^:*$]+:[^:*$]*:[^:*$]+)::(?<name>.+)$/;
const whole = /^urn:pulumi:(?<stack>(?:(?!::).)+)::(?<project>(?:(?!::).)+)::(?<types>(?:(?!::)[^*])+)::(?<name>.+)$/;

/** The pattern that a text is; undefined for one that is malformed, or so broad that it says nothing. */
export function pattern(text: string): Pattern | undefined {
    const isWhole = text.startsWith("urn:");
    const name = (isWhole ? whole : short).exec(text)?.groups?.name;
    if (name === undefined || isBroad(name)) {
        return undefined;
    }
    const glob = globOf(unversioned(text));
    return { text, matches: (urn) => glob.test(unversioned(isWhole ? urn : shortened(urn))) };
}

function isBroad(name: string): boolean {
    return name.includes("*") && name.replace(/\*/g, "").length < leastCharacters;
}

/** A star stays within its part of a URN. */
function globOf(text: string): RegExp {
    const literals = text.split("*").map((literal) => literal.replace(/[.$+?^()[\]{}|\\/]/g, "\\$&"));
    return new RegExp(`^${literals.join("(?:(?!::).)*")}$`);
}

/** The resource's own type and its name: https://www.pulumi.com/docs/iac/concepts/resources/names/#urns */
function shortened(urn: string): string {
    const [, , types, ...name] = urn.split("::");
    return [types.slice(types.lastIndexOf("$") + 1), ...name].join("::");
}

/** An API version in a type makes it no other type. */
function unversioned(text: string): string {
    return text.replace(/\bazure-native(?:_[a-z0-9_]+)?:([a-z0-9]+)(?:\/v[0-9a-z]+)?:/g, "azure-native:$1:");
}
