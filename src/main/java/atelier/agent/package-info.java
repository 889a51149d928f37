/**
 * The agent of a workstation: one jar, three units, each a package of its own. May import: Jackson, and of the JDK its HTTP
 * server and client.
 */
package atelier.agent;
