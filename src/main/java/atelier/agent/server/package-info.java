/**
 * A small HTTP server on loopback, and the log of what it decided; every unit of the agent has one. May import: Jackson, and
 * the JDK's HTTP server.
 */
package atelier.agent.server;
