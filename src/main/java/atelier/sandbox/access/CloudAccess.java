package atelier.sandbox.access;

import atelier.sandbox.cloud.ArmId;
import atelier.sandbox.cloud.Cloud;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The access control of a simulated cloud as it is at this moment. */
public final class CloudAccess {
    public static final String ASSIGNMENTS = "Microsoft.Authorization/roleAssignments";
    public static final String DEFINITIONS = "Microsoft.Authorization/roleDefinitions";

    private CloudAccess() {}

    /** Roles that the world offers and the stack defines, assignments of the stack and by hand, groups of the directory. */
    public static AccessControl of(Cloud cloud) {
        Map<String, List<Permission>> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        cloud.builtInRoles().keySet().forEach(guid ->
                roles.put(guid, BuiltInRoles.permissions().getOrDefault(guid, List.of())));
        for (ObjectNode role : cloud.list(DEFINITIONS)) {
            roles.put(role.path("name").textValue(), permissions(role));
        }
        List<Assignment> assignments = cloud.list(ASSIGNMENTS).stream().map(CloudAccess::assignment).toList();
        return new AccessControl(roles, assignments, cloud.directory()::groupsOf);
    }

    /** What an ARM body of a role assignment says. */
    public static Assignment assignment(ObjectNode body) {
        JsonNode properties = body.path("properties");
        return new Assignment(
                properties.path("principalId").textValue(),
                new ArmId(properties.path("roleDefinitionId").textValue()).name(),
                properties.path("scope").textValue());
    }

    private static List<Permission> permissions(ObjectNode role) {
        List<Permission> permissions = new ArrayList<>();
        role.at("/properties/permissions").forEach(permission -> permissions.add(Permission.of(permission)));
        return permissions;
    }
}
