package atelier.agent.machine;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a unit of the agent finds what it works with; each has a default that is right on a machine in Azure.
 *
 * @param metadata ATELIER_METADATA_URL: the metadata service
 * @param resourceManager ATELIER_RESOURCE_MANAGER_URL
 * @param signIn ATELIER_SIGNIN_URL: oauth2-proxy
 * @param document ATELIER_DOCUMENT: the document in force
 */
public record Settings(URI metadata, URI resourceManager, URI signIn, Path document) {

    /**
     * Reads the environment of the process.
     *
     * @throws IllegalArgumentException naming the variable that is not an address
     */
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                address(environment, "ATELIER_METADATA_URL", MetadataService.ADDRESS),
                address(environment, "ATELIER_RESOURCE_MANAGER_URL", ResourceManager.ADDRESS),
                address(environment, "ATELIER_SIGNIN_URL", URI.create("http://127.0.0.1:4180")),
                Path.of(Optional.ofNullable(environment.get("ATELIER_DOCUMENT")).orElse("/run/atelier/machine.json")));
    }

    private static URI address(Map<String, String> environment, String variable, URI otherwise) {
        Optional<String> given = Optional.ofNullable(environment.get(variable));
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.get().matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
            throw new IllegalArgumentException(
                    variable + " is " + given.get() + "; allowed is a scheme and a host such as " + otherwise);
        }
        return URI.create(given.get());
    }
}
