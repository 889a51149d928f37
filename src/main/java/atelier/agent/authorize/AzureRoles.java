package atelier.agent.authorize;

import atelier.agent.machine.MachineDocument.Access;
import atelier.agent.machine.ResourceManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a person's roles on the workspace from Azure.
 *
 * <p>{@code assignedTo} finds the assignments of the person and of the groups that the person is in; {@code atScope} finds those
 * on the workspace and above it, and leaves out those below:
 * https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest
 * Role definitions are read at the workspace, where the agent has the right to, and kept for ten minutes.
 * Deny assignments are not read: decision 33.
 */
final class AzureRoles implements Gate.Workspace {
    private static final String API = "api-version=2022-04-01";
    private static final Duration DEFINITION_LIFE = Duration.ofMinutes(10);
    private static final int MOST_DEFINITIONS = 1000;

    private final ResourceManager azure;
    private final Clock clock;
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();

    private record Definition(Role role, Instant readAt) {}

    AzureRoles(ResourceManager azure, Clock clock) {
        this.azure = azure;
        this.clock = clock;
    }

    @Override
    public Rights rights(Access access, String objectId) throws IOException {
        String provider = access.workspaceId() + "/providers/Microsoft.Authorization/";
        String filter = encoded("atScope() and assignedTo('" + objectId + "')");
        List<Assignment> assignments = new ArrayList<>();
        for (JsonNode node : azure.list(provider + "roleAssignments?" + API + "&$filter=" + filter)) {
            assignments.add(assignment(provider, node));
        }
        return Rights.of(assignments);
    }

    private Assignment assignment(String provider, JsonNode node) throws IOException {
        JsonNode properties = node.path("properties");
        boolean conditional = !properties.path("condition").asText("").isBlank();
        return new Assignment(
                text(node, "id"), role(provider, text(properties, "roleDefinitionId")), conditional);
    }

    private Role role(String provider, String definitionId) throws IOException {
        String name = definitionId.substring(definitionId.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        Definition known = definitions.get(name);
        if (known == null || now.isAfter(known.readAt().plus(DEFINITION_LIFE))) {
            known = new Definition(read(provider, name), now);
            if (definitions.size() >= MOST_DEFINITIONS) {
                definitions.clear();
            }
            definitions.put(name, known);
        }
        return known.role();
    }

    private Role read(String provider, String name) throws IOException {
        JsonNode properties = azure.get(provider + "roleDefinitions/" + encoded(name) + "?" + API).path("properties");
        List<Permission> permissions = new ArrayList<>();
        for (JsonNode permission : properties.path("permissions")) {
            permissions.add(new Permission(texts(permission.path("actions")), texts(permission.path("notActions"))));
        }
        return new Role(text(properties, "roleName"), permissions);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String text(JsonNode node, String key) throws IOException {
        if (!node.path(key).isTextual()) {
            throw new IOException("Azure's answer has no text " + key);
        }
        return node.path(key).textValue();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
