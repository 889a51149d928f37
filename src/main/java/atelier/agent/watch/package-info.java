/**
 * The watch of a workstation: re-reads the machine's document, decides whether the workstation stops, stops it through Azure, and
 * tells people how it is. May import: {@code atelier.agent.machine}, {@code atelier.agent.server}, Jackson.
 */
package atelier.agent.watch;
