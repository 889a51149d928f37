/** Runs stacks on the real engine for tests, each in folders of its own. May import: java.*, Jackson and JUnit's assertions. */
package atelier.testing.engine;
