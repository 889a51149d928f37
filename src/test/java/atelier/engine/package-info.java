/** Whole stacks on the real engine. May import: atelier.testing, Jackson. */
package atelier.engine;
