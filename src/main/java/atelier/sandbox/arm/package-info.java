/**
 * How azure-native's inputs and outputs correspond to the bodies of ARM. May import: atelier.sandbox.schema and wire,
 * Jackson.
 */
package atelier.sandbox.arm;
