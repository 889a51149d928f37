/**
 * What every unit of the agent knows of its machine and of Azure: the machine's document, the metadata service, and Resource
 * Manager. May import: Jackson, and {@code java.net.http} of the JDK.
 */
package atelier.agent.machine;
