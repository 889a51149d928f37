/**
 * The simulated Azure itself: what is deployed, the world around it, what ARM refuses and what it computes. May import:
 * Jackson and the JDK only.
 *
 * <p>Where to look: {@link atelier.sandbox.cloud.Cloud} takes the requests, {@code Store} keeps the resources on disk and
 * {@code WorldFile} reads azure.yaml into a {@code World}. A request is a {@code Put} over a {@code Value}; what is there beside
 * it is the {@code Inventory}. {@code CommonRules} are ARM's own checks. {@code ResourceTypes} lists every type that has more,
 * and each has a class named after it, whose {@code type()} reads as a table of contents: what is checked, in ARM's order, what
 * else happens, and what an answer adds. A check is a method named after what must hold; its comment has the code, the status
 * and the source. A type that is not listed is kept and answered as it was asked for.
 */
package atelier.sandbox.cloud;
