/**
 * The mandatory policy rows as predicates over what was registered. May import: atelier.testing and its other packages,
 * Jackson.
 */
package atelier.testing.policy;
