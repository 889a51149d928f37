/**
 * Runs a workstation with its real software for tests, one for all of them, and opens it in a real browser. May import: java.*,
 * Jackson, JUnit, Playwright and {@code atelier.testing.engine}.
 */
package atelier.testing.rehearsal;
