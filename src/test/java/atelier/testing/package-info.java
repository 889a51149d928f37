/**
 * Mocks, fixtures and oracles that the tests share. May import: everything of the program, and atelier.sandbox for the shape
 * of ARM bodies.
 */
package atelier.testing;
