package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Custom roles. */
final class RoleDefinitions {
    static final String TYPE = "Microsoft.Authorization/roleDefinitions";
    private static final String NAME = "properties.roleName";
    private static final String SCOPES = "properties.assignableScopes";
    private static final Pattern ACTION = Pattern.compile(
            "\\*(/[A-Za-z0-9*]+)*|[A-Za-z]+\\.[A-Za-z.]+(/[A-Za-z0-9*-]+)*/(read|write|delete|action|\\*)");

    private RoleDefinitions() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
                        "InvalidRoleDefinitionId",
                        "The role definition ID '{name}' is not valid. The role definition ID must be a GUID.")
                .checks(RoleDefinitions::nameIsFree)
                .checks(RoleDefinitions::scopesExist)
                .checks(put -> actions(put, "actions", "InvalidActionOrNotAction"))
                .checks(put -> actions(put, "notActions", "InvalidActionOrNotAction"))
                .checks(put -> actions(put, "dataActions", "InvalidDataActionOrNotDataAction"))
                .checks(put -> actions(put, "notDataActions", "InvalidDataActionOrNotDataAction"))
                .checksDelete(RoleDefinitions::unassigned)
                .answers(RoleDefinitions::answer);
    }

    static Optional<Resource> custom(String guid, Inventory inventory) {
        return inventory.all(TYPE).stream().filter(role -> role.armId().name().equalsIgnoreCase(guid)).findFirst();
    }

    static boolean isAssignableAt(Resource role, ArmId scope) {
        return role.body().each(SCOPES + "[]").stream()
                .flatMap(text -> text.text().flatMap(ArmId::parse).stream())
                .anyMatch(allowed -> allowed.same(scope) || scope.isBelow(allowed));
    }

    /** RoleDefinitionWithSameNameExists, 409: names are unique in the directory; from knowledge. */
    private static void nameIsFree(Put put) throws ArmError {
        Optional<String> name = put.at(NAME).text();
        boolean builtIn = name.filter(text -> put.world().roles().values().stream().anyMatch(text::equalsIgnoreCase)).isPresent();
        boolean taken = put.inventory().all(TYPE).stream()
                .anyMatch(other -> name.filter(text -> other.at(NAME).is(text)).isPresent()
                        && !other.armId().name().equalsIgnoreCase(put.id().name()));
        if (builtIn || taken) {
            throw conflict(
                    "RoleDefinitionWithSameNameExists",
                    "Custom role with the same name '%s' already exists in this directory. Use a different name."
                            .formatted(name.get()));
        }
    }

    /** InvalidRoleDefinitionScope, 400, for none and LinkedAuthorizationFailed, 403, for one that is missing; from knowledge. */
    private static void scopesExist(Put put) throws ArmError {
        if (put.at(SCOPES).empty()) {
            throw badRequest("InvalidRoleDefinitionScope", "The role definition has no assignable scope.");
        }
        for (Value scope : put.at(SCOPES).items()) {
            Optional<ArmId> id = scope.text().flatMap(ArmId::parse);
            boolean missing = id.filter(found -> !put.inventory().exists(found)).isPresent();
            if (scope.text().isPresent() && id.isEmpty() || missing && !put.preview()) {
                throw new ArmError(
                        403,
                        "LinkedAuthorizationFailed",
                        ("The client has permission to perform action 'Microsoft.Authorization/roleDefinitions/write' on "
                                        + "scope '%s', but the linked scope '%s' was not found.")
                                .formatted(put.id(), scope.text().get()));
            }
        }
    }

    /** InvalidActionOrNotAction and InvalidDataActionOrNotDataAction, 400; from knowledge. Only the form is judged. */
    private static void actions(Put put, String member, String code) throws ArmError {
        for (Value action : put.body().each("properties.permissions[]." + member + "[]")) {
            if (action.text().filter(text -> !ACTION.matcher(text).matches()).isPresent()) {
                throw badRequest(
                        code,
                        "'%s' does not match any of the actions supported by the providers."
                                .formatted(action.text().get()));
            }
        }
    }

    /** RoleDefinitionHasAssignments, 409; documented: azure-docs role-based-access-control/troubleshooting. */
    private static void unassigned(Resource role, Inventory inventory) throws ArmError {
        List<Resource> assignments = inventory.all(RoleAssignments.TYPE).stream()
                .filter(assignment -> assignment.at("properties.roleDefinitionId").text()
                        .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(role.armId().name()))
                        .isPresent())
                .toList();
        if (!assignments.isEmpty()) {
            throw conflict(
                    "RoleDefinitionHasAssignments",
                    "There are existing role assignments referencing role (code: RoleDefinitionHasAssignments)");
        }
    }

    private static void answer(Resource role, Members body, Inventory inventory) {
        String caller = inventory.world().subscription().objectId();
        body.byDefault("properties.type", "CustomRole")
                .set("properties.createdOn", role.created())
                .set("properties.createdBy", caller)
                .set("properties.updatedOn", role.changed())
                .set("properties.updatedBy", caller);
    }
}
