package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Role assignments. Their scope is in their id. */
final class RoleAssignments {
    static final String TYPE = "Microsoft.Authorization/roleAssignments";
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    private static final String PRINCIPAL = "properties.principalId";
    private static final String ROLE = "properties.roleDefinitionId";
    private static final String PRINCIPAL_TYPE = "properties.principalType";

    /** When the world's own assignments were made: before anything is deployed. */
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private RoleAssignments() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        GUID,
                        "InvalidRoleAssignmentId",
                        "The role assignment ID '{name}' is not valid. The role assignment ID must be a GUID.")
                .checks(RoleAssignments::principalIsGuid)
                .checks(RoleAssignments::staysAsItIs)
                .checks(RoleAssignments::roleExists)
                .checks(RoleAssignments::principalExists)
                .checks(RoleAssignments::isNew)
                .answers(RoleAssignments::answer);
    }

    /** InvalidPrincipalId, 400; from knowledge. */
    private static void principalIsGuid(Put put) throws ArmError {
        Value principal = put.at(PRINCIPAL);
        if (principal.absent() || principal.text().filter(id -> !id.matches(GUID)).isPresent()) {
            throw badRequest("InvalidPrincipalId", "A valid principal ID must be provided for role assignment.");
        }
    }

    /** RoleAssignmentUpdateNotPermitted, 400; documented: azure-docs role-based-access-control/troubleshooting. */
    private static void staysAsItIs(Put put) throws ArmError {
        if (put.changes(PRINCIPAL) || put.changes(ROLE)) {
            throw badRequest(
                    "RoleAssignmentUpdateNotPermitted",
                    "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.");
        }
    }

    /**
     * RoleDefinitionDoesNotExist, 400, also for a custom role that is not assignable at this scope; documented: public excerpt.
     * InvalidRoleDefinitionId, 400, for something else than an id of a role; from knowledge.
     */
    private static void roleExists(Put put) throws ArmError {
        Optional<String> text = put.at(ROLE).text();
        if (text.isEmpty() && !put.at(ROLE).absent()) {
            return;
        }
        Optional<ArmId> role = text.flatMap(ArmId::parse).filter(id -> id.isType(RoleDefinitions.TYPE));
        if (role.isEmpty()) {
            throw badRequest(
                    "InvalidRoleDefinitionId", "The role definition ID '%s' is not valid.".formatted(text.orElse("")));
        }
        Optional<Resource> custom = RoleDefinitions.custom(role.get().name(), put.inventory());
        boolean builtIn = put.world().roles().containsKey(role.get().name());
        ArmId scope = put.id().scope().orElseThrow();
        boolean assignable = custom.filter(found -> RoleDefinitions.isAssignableAt(found, scope)).isPresent();
        if (!builtIn && !assignable && !(custom.isEmpty() && put.preview())) {
            throw badRequest(
                    "RoleDefinitionDoesNotExist",
                    "The specified role definition with ID '%s' does not exist."
                            .formatted(role.get().name().replace("-", "")));
        }
    }

    /**
     * PrincipalNotFound and UnmatchedPrincipalType, 400; documented: azure-docs role-based-access-control/troubleshooting and
     * Azure/modern-web-app-pattern-dotnet#129. Azure may accept an unknown service principal when principalType is given.
     */
    private static void principalExists(Put put) throws ArmError {
        Optional<String> principal = put.at(PRINCIPAL).text();
        if (principal.isEmpty()) {
            return;
        }
        Optional<String> actual = typeOf(principal.get(), put.inventory());
        if (actual.isEmpty() && !put.preview()) {
            throw badRequest(
                    "PrincipalNotFound",
                    ("Principal %s does not exist in the directory %s. Check that you have the correct principal ID."
                        + " If you are creating this principal and then immediately assigning a role, this error might"
                        + " be related to a replication delay. In this case, set the role assignment principalType"
                        + " property to a value, such as ServicePrincipal, User, or Group.  See "
                        + "https://aka.ms/docs-principaltype")
                            .formatted(
                                    principal.get().replace("-", ""),
                                    put.world().subscription().tenantId()));
        }
        Optional<String> given = put.at(PRINCIPAL_TYPE).text();
        if (actual.isPresent() && given.isPresent() && !given.get().equals(actual.get())) {
            throw badRequest(
                    "UnmatchedPrincipalType",
                    "The PrincipalId '%s' has type '%s' , which is different from specified PrinciaplType '%s'."
                            .formatted(principal.get().replace("-", ""), actual.get(), given.get()));
        }
    }

    /** What somebody granted by hand, as far as what it is about is deployed. */
    static List<Resource> byHand(Inventory inventory) {
        return inventory.world().roleAssignments().stream()
                .filter(grant -> inventory.exists(grant.scope()))
                .map(grant -> byHand(grant, inventory.world().subscription()))
                .toList();
    }

    private static Resource byHand(World.Grant grant, Subscription subscription) {
        String name = Derived.guid(grant.scope(), grant.roleId() + "|" + grant.principalId());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties")
                .put("principalId", grant.principalId())
                .put("roleDefinitionId", "/subscriptions/" + subscription.subscriptionId() + "/providers/" + RoleDefinitions.TYPE
                        + "/" + grant.roleId());
        return Resource.create(new ArmId(grant.scope() + "/providers/" + TYPE + "/" + name), TYPE, body, BEFORE);
    }

    private static Optional<String> typeOf(String objectId, Inventory inventory) {
        Optional<String> known = inventory.world().directory().principal(objectId).map(found -> found.type().name());
        return known.or(
                () -> Identities.isDeployed(objectId, inventory) ? Optional.of("ServicePrincipal") : Optional.empty());
    }

    /** RoleAssignmentExists, 409; documented: ansible-collections/azure#1137 (code). */
    private static void isNew(Put put) throws ArmError {
        ArmId scope = put.id().scope().orElseThrow();
        for (Resource other : put.inventory().all(TYPE)) {
            boolean elsewhere = !other.armId().scope().filter(scope::same).isPresent() || other.armId().same(put.id());
            boolean same = put.at(PRINCIPAL).text().filter(id -> other.at(PRINCIPAL).is(id)).isPresent() && sameRole(put, other);
            if (!elsewhere && same) {
                throw conflict("RoleAssignmentExists", "The role assignment already exists.");
            }
        }
    }

    private static boolean sameRole(Put put, Resource other) {
        return Stream.of(put.at(ROLE), other.at(ROLE))
                        .flatMap(role -> role.text().stream())
                        .map(role -> role.substring(role.lastIndexOf('/') + 1))
                        .distinct()
                        .count()
                == 1
                && put.at(ROLE).text().isPresent();
    }

    private static void answer(Resource assignment, Members body, Inventory inventory) {
        String caller = inventory.world().subscription().objectId();
        assignment
                .at(PRINCIPAL)
                .text()
                .flatMap(id -> typeOf(id, inventory))
                .ifPresent(type -> body.byDefault(PRINCIPAL_TYPE, type));
        body.set("properties.scope", assignment.armId().scope().orElseThrow().text())
                .set("properties.createdOn", assignment.created())
                .set("properties.createdBy", caller)
                .set("properties.updatedOn", assignment.changed())
                .set("properties.updatedBy", caller);
    }
}
