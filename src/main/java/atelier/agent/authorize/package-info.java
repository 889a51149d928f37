/**
 * Decides who opens the workstation's applications: the signed-in person's roles on the workspace, and the owner. May import:
 * the agent's machine and server, Jackson, and {@code java.net.http} of the JDK.
 */
package atelier.agent.authorize;
