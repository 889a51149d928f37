/**
 * The official ARM schemas as judges of request bodies. May import: atelier.testing, atelier.sandbox, Jackson,
 * json-schema-validator.
 */
package atelier.testing.arm;
