/**
 * The signs of use of a workstation, one class each. May import: {@code atelier.agent.watch.idle},
 * {@code atelier.agent.machine}, Jackson.
 */
package atelier.agent.watch.signal;
