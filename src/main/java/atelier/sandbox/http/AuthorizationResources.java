package atelier.sandbox.http;

import atelier.sandbox.access.Assignment;
import atelier.sandbox.access.BuiltInRoles;
import atelier.sandbox.access.CloudAccess;
import atelier.sandbox.access.Permission;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.Cloud;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Microsoft.Authorization: who holds which role where, what the roles grant, and what the caller may do. */
final class AuthorizationResources {
    private final Cloud cloud;

    AuthorizationResources(Cloud cloud) {
        this.cloud = cloud;
    }

    /** What the caller holds at a scope; everybody may ask about themselves. From knowledge. */
    Answer permissions(Call call, String scope) {
        return Resources.list(call.access().permissions(call.caller().objectId(), scope).stream()
                .map(Permission::json)
                .toList());
    }

    /** Assignments at a scope and above; those below it as well, unless the filter says atScope(). */
    Answer assignments(Call call, String scope) throws ArmError {
        call.needs(CloudAccess.ASSIGNMENTS + "/read", scope);
        AssignmentFilter filter = AssignmentFilter.parse(call.request().parameter("$filter").orElse(""));
        return Resources.list(cloud.list(CloudAccess.ASSIGNMENTS).stream()
                .filter(body -> filter.accepts(CloudAccess.assignment(body), scope, call.access()))
                .toList());
    }

    Answer assignment(Call call, String scope, String name) throws ArmError {
        call.needs(CloudAccess.ASSIGNMENTS + "/read", scope);
        return Answer.json(200, cloud.list(CloudAccess.ASSIGNMENTS).stream()
                .filter(body -> body.path("name").textValue().equalsIgnoreCase(name))
                .filter(body -> CloudAccess.assignment(body).scope().equalsIgnoreCase(scope))
                .findFirst()
                .orElseThrow(() -> new ArmError(
                        404, "RoleAssignmentNotFound", "The role assignment '" + name + "' is not found.")));
    }

    /** Definitions that can be assigned at a scope; a filter may name one of them or its kind. */
    Answer definitions(Call call, String scope) throws ArmError {
        call.needs(CloudAccess.DEFINITIONS + "/read", scope);
        String filter = call.request().parameter("$filter").orElse("");
        return Resources.list(available(scope).stream().filter(role -> matches(role, filter)).toList());
    }

    Answer definition(Call call, String scope, String guid) throws ArmError {
        call.needs(CloudAccess.DEFINITIONS + "/read", scope);
        return Answer.json(200, available(scope).stream()
                .filter(role -> role.path("name").textValue().equalsIgnoreCase(guid))
                .findFirst()
                .orElseThrow(() -> new ArmError(
                        404,
                        "RoleDefinitionDoesNotExist",
                        "The specified role definition with ID '" + guid.replace("-", "") + "' does not exist.")));
    }

    private static boolean matches(JsonNode role, String filter) {
        JsonNode properties = role.path("properties");
        return filter.isEmpty()
                || filter.equalsIgnoreCase("atScopeAndBelow()")
                || filter.equalsIgnoreCase("roleName eq '" + properties.path("roleName").asText() + "'")
                || filter.equalsIgnoreCase("type eq '" + properties.path("type").asText() + "'");
    }

    private List<ObjectNode> available(String scope) {
        List<ObjectNode> roles = new ArrayList<>();
        cloud.builtInRoles().forEach((guid, name) -> roles.add(builtIn(guid, name)));
        cloud.list(CloudAccess.DEFINITIONS).stream().filter(role -> isAssignableAt(role, scope)).forEach(roles::add);
        return roles;
    }

    private static boolean isAssignableAt(ObjectNode role, String scope) {
        for (JsonNode allowed : role.at("/properties/assignableScopes")) {
            if (Assignment.isAtOrBelow(scope, allowed.textValue())) {
                return true;
            }
        }
        return false;
    }

    private ObjectNode builtIn(String guid, String name) {
        ObjectNode role = JsonNodeFactory.instance.objectNode()
                .put("id", "/subscriptions/" + cloud.subscription().subscriptionId() + "/providers/" + CloudAccess.DEFINITIONS
                        + "/" + guid)
                .put("name", guid)
                .put("type", CloudAccess.DEFINITIONS);
        ObjectNode properties = role.putObject("properties").put("roleName", name).put("type", "BuiltInRole");
        properties.putArray("assignableScopes").add("/");
        BuiltInRoles.permissions().getOrDefault(guid, List.of())
                .forEach(permission -> properties.withArray("permissions").add(permission.json()));
        return role;
    }
}
