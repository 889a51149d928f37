/**
 * Who may do what in the simulated Azure, as Azure's role-based access control decides it. May import: Jackson and
 * {@code cloud}.
 *
 * <p>{@code AccessControl} is the whole rule and knows no Azure beside it; {@code CloudAccess} fills it from what is deployed.
 * It is written independently of the agent's evaluator, so that each can be held against the other.
 */
package atelier.sandbox.access;
