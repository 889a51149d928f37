/**
 * One component per noun of the stack; the only place besides outputs where Azure resources are named. May import: model,
 * catalog, naming, boot, com.pulumi.
 */
package atelier.components;
