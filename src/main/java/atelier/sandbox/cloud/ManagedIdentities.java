package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.stream.Stream;

/** User-assigned identities and the outside tokens that they trust. */
final class ManagedIdentities {
    static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";
    static final String CREDENTIAL_TYPE = TYPE + "/federatedIdentityCredentials";
    private static final int MOST_CREDENTIALS = 20;

    private ManagedIdentities() {}

    static Stream<ResourceType> types() {
        return Stream.of(identity(), credential());
    }

    private static ResourceType identity() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[A-Za-z0-9][A-Za-z0-9_-]{2,127}",
                        "ResourceNameInvalid",
                        "The identity name '{name}' is invalid: 3 to 128 letters, digits, - and _.")
                .regional()
                .answers(SystemData::answer)
                .answers((identity, body, inventory) -> body.set(
                                "properties.principalId", Identities.principalId(identity.armId()))
                        .set("properties.clientId", Identities.clientId(identity.armId()))
                        .set(
                                "properties.tenantId",
                                inventory.world().subscription().tenantId()));
    }

    private static ResourceType credential() {
        return ResourceType.named(CREDENTIAL_TYPE)
                .nameLike(
                        "[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}",
                        "BadRequest",
                        "The credential name '{name}' is invalid: 3 to 120 letters, digits, - and _.")
                .checks(ManagedIdentities::formIsRight)
                .checks(ManagedIdentities::subjectIsNew)
                .checks(ManagedIdentities::fewEnough)
                .answers(SystemData::answer);
    }

    /** BadRequest, 400; from knowledge. */
    private static void formIsRight(Put put) throws ArmError {
        Value audiences = put.at("properties.audiences");
        boolean audienceWrong = audiences.absent() || audiences.known() && audiences.items().size() != 1;
        boolean issuerWrong = put.at("properties.issuer").absent()
                || put.at("properties.issuer").text().filter(issuer -> !issuer.startsWith("https://")).isPresent();
        boolean subjectWrong = put.at("properties.subject").absent()
                || put.at("properties.subject")
                        .text()
                        .filter(subject -> subject.isEmpty() || subject.length() > 600)
                        .isPresent();
        if (audienceWrong || issuerWrong || subjectWrong) {
            throw badRequest(
                    "BadRequest",
                    "A federated identity credential needs one audience, an https issuer and a subject of at most 600"
                            + " characters.");
        }
    }

    /** Conflict, 409; from knowledge. */
    private static void subjectIsNew(Put put) throws ArmError {
        for (Resource other : others(put)) {
            boolean same = Stream.of("properties.issuer", "properties.subject")
                    .allMatch(path -> put.at(path).text().filter(text -> other.at(path).is(text)).isPresent());
            if (same) {
                throw conflict("Conflict", "Issuer and subject combination already exists for this Managed Identity.");
            }
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void fewEnough(Put put) throws ArmError {
        if (others(put).size() >= MOST_CREDENTIALS) {
            throw badRequest("BadRequest", "A managed identity has at most 20 federated identity credentials.");
        }
    }

    private static List<Resource> others(Put put) {
        return put.inventory().below(put.id().parent().orElseThrow()).stream()
                .filter(other -> other.armId().isType(CREDENTIAL_TYPE) && !other.armId().same(put.id()))
                .toList();
    }
}
