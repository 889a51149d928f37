/**
 * The token broker: what users' programs take for the metadata service, and what gives them the identity {@code notebook} and
 * nothing else. May import: the agent's machine and server, and Jackson.
 */
package atelier.agent.tokens;
