/**
 * The watch of a workstation: re-reads the machine's document, decides whether the workstation stops, stops it through Azure, and
 * tells people how it is. May import: {@code atelier.agent.machine}, Jackson, the JDK's HTTP server.
 */
package atelier.agent.watch;
