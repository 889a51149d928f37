/**
 * Whether an unused workstation stops and when: pure functions over readings and the clock. May import: nothing but the JDK's
 * base.
 */
package atelier.agent.watch.idle;
