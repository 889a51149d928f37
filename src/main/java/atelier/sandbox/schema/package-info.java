/**
 * What azure-native's resource types look like: properties and enums by reflection over its jar, the rest from a table.
 * May import: Jackson; azure-native only by reflection, type by type on first use.
 *
 * <p>The table, resource-types.json, holds what the jar does not say: the path of a resource in ARM, which inputs go into the
 * envelope of a request and which into its properties, names that differ, inputs whose change replaces the resource, and the
 * limits that azure-native checks. Paths are written {@code a.b[].c} for the items of a list, {@code a{}.c} for the values of
 * a map and {@code a<Variant>.c} for one variant of a union. Its sources: the ARM JSON schemas
 * (https://github.com/Azure/azure-resource-manager-schemas) at the API versions that azure-native 2.10.0 uses, and the
 * export of azure-native's own schema (https://github.com/danielrbradley/pulumi-azure-native-schema, 2023-05-24) for what
 * replaces. What a deleted file service goes back to is what new storage accounts get: seven days of soft delete
 * (https://learn.microsoft.com/azure/storage/files/storage-files-prevent-file-share-deletion).
 */
package atelier.sandbox.schema;
