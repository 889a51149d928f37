/**
 * The image and the workstation as they run with their real software. Needs root; runs with {@code -Prehearsal} only, where
 * nothing is skipped. May import: java.*, Jackson, JUnit, Playwright and {@code atelier.testing}.
 */
package atelier.rehearsal;
