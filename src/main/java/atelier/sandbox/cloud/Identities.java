package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** The managed identities that a resource has: its own and the ones that it is given. */
final class Identities {
    private static final Reference EXIST =
            Reference.anywhere("identity.userAssignedIdentities{}", ManagedIdentities.TYPE).orElse(Identities::missing);

    private Identities() {}

    static void exist(Put put) throws ArmError {
        EXIST.judge(put);
        listGoesWithType(put);
    }

    /** FailedIdentityOperation, 400; from knowledge. */
    private static ArmError missing(Put put, ArmId identity) {
        return badRequest(
                "FailedIdentityOperation",
                ("Identity operation for resource '%s' failed with error 'Failed to perform resource identity"
                    + " operation. Status: 'BadRequest'. Response: '...The resource '%s' was not found...''.")
                        .formatted(put.id(), identity));
    }

    /** InvalidRequestContent, 400; from knowledge. */
    private static void listGoesWithType(Put put) throws ArmError {
        boolean userAssigned = put.at("identity.type").text().filter(type -> type.contains("UserAssigned")).isPresent();
        boolean typed = put.at("identity.type").known();
        boolean listed = !put.at("identity.userAssignedIdentities").names().isEmpty();
        if (userAssigned && put.at("identity.userAssignedIdentities").empty() || typed && !userAssigned && listed) {
            throw badRequest(
                    "InvalidRequestContent",
                    "The request content was invalid and could not be deserialized: 'identity.userAssignedIdentities"
                            + " goes with type UserAssigned'.");
        }
    }

    static String principalId(ArmId id) {
        return Derived.guid(id, "principalId");
    }

    static String clientId(ArmId id) {
        return Derived.guid(id, "clientId");
    }

    static boolean hasOwn(Resource resource) {
        return resource.at("identity.type").text().filter(type -> type.contains("SystemAssigned")).isPresent();
    }

    /** Whether an object id belongs to an identity that somebody deployed. */
    static boolean isDeployed(String objectId, Inventory inventory) {
        String wanted = objectId.toLowerCase(Locale.ROOT);
        return inventory.stream()
                .filter(resource -> hasOwn(resource) || resource.armId().isType(ManagedIdentities.TYPE))
                .anyMatch(resource -> principalId(resource.armId()).equals(wanted));
    }

    static void answer(Resource resource, Members body, Inventory inventory) {
        if (hasOwn(resource)) {
            body.set("identity.principalId", principalId(resource.armId()))
                    .set("identity.tenantId", inventory.world().subscription().tenantId());
        }
        if (!resource.at("identity.userAssignedIdentities").names().isEmpty()) {
            body.set("identity.userAssignedIdentities", assigned(resource));
        }
    }

    private static ObjectNode assigned(Resource resource) {
        ObjectNode assigned = JsonNodeFactory.instance.objectNode();
        for (Value name : resource.at("identity.userAssignedIdentities").names()) {
            Optional<ArmId> id = name.text().flatMap(ArmId::parse);
            id.ifPresent(identity -> assigned.putObject(identity.text())
                    .put("principalId", principalId(identity))
                    .put("clientId", clientId(identity)));
        }
        return assigned;
    }
}
