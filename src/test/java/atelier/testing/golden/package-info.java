/** What the four stacks registered when somebody last looked at it and agreed. May import: atelier.testing, Jackson. */
package atelier.testing.golden;
