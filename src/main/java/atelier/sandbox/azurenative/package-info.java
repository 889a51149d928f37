/**
 * What azure-native 2.10.0 does between the engine and ARM: naming, checks, plans, requests, refresh, import and invokes.
 * May import: atelier.sandbox.schema, arm, wire and cloud, Jackson.
 *
 * <p>The behaviour follows azure-native's provider.go, diff.go and convert (https://github.com/pulumi/pulumi-azure-native).
 * Stricter than azure-native: a property that does not exist, or a text that is not one of an enum's, is refused at once, and a
 * preview asks ARM what it would refuse.
 */
package atelier.sandbox.azurenative;
