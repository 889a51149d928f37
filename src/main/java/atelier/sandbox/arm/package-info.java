/** How azure-native's inputs and outputs correspond to the bodies of ARM. May import: atelier.sandbox.schema, atelier.sandbox.wire, Jackson. */
package atelier.sandbox.arm;
