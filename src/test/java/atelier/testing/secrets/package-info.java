/** Looks for secrets in everything that is registered or printed. May import: atelier.testing, Jackson. */
package atelier.testing.secrets;
