/**
 * What of the simulated Azure is reached over HTTP: Resource Manager, the metadata service of one machine and the secrets of
 * vaults. May import: the JDK's HTTP server, Jackson, {@code cloud}, {@code access} and {@code token}.
 *
 * <p>{@code WebServer} turns connections into a {@code Request} and hands it to an {@code Endpoint}. {@code ArmEndpoint} reads as
 * a table of contents of what can be asked; a {@code Call} is a request whose sender is known, and judges what it may do.
 */
package atelier.sandbox.http;
