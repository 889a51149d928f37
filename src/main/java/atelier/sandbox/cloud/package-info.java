/**
 * The simulated Azure itself: what is deployed, the world around it, what ARM refuses and what it computes. May import:
 * Jackson and the JDK only.
 */
package atelier.sandbox.cloud;
