import taggable from "./taggable.json";

const token = /^azure-native(?:_[a-z0-9_]+)?:([a-z0-9]+)(?:\/v[0-9a-z]+)?:(\w+)$/;

/**
 * Whether resources of this type take tags, by the list in `taggable.json`: every resource of azure-native 2.10.0 whose arguments
 * have `tags` as a map of texts, read from the Java SDK's classes.
 */
export function isTaggable(type: string): boolean {
    const [, module, name] = token.exec(type) ?? [];
    return module !== undefined && ((taggable as Record<string, readonly string[]>)[module] ?? []).includes(name);
}
