package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Assignments of built-in policies, and what the two that this cloud enforces refuse. */
final class Policies {
    static final String TYPE = "Microsoft.Authorization/policyAssignments";
    static final String DEFINITION_TYPE = "Microsoft.Authorization/policyDefinitions";
    static final String ALLOWED_SIZES = "cccc23c7-8427-4f53-ad12-b6a63eb452b3";
    static final String ALLOWED_LOCATIONS = "e56962a6-4747-49cd-b67b-bf8b01975c4c";
    private static final String DEFINITION = "properties.policyDefinitionId";
    private static final String PARAMETERS = "properties.parameters";

    private Policies() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[^%&\\\\?/<>]{0,63}[^%&\\\\?/<>. ]",
                        "InvalidPolicyAssignmentName",
                        "The policy assignment name '{name}' is invalid: 1 to 64 characters.")
                .checks(Policies::definitionExists)
                .checks(Policies::parametersFit)
                .checks(Policies::identityHasLocation)
                .answers(Identities::answer)
                .answers(SystemData::answer)
                .answers(Policies::answer);
    }

    private static Optional<World.Policy> builtIn(Value definition, World world) {
        return definition.text().flatMap(ArmId::parse).map(id -> world.policies().get(id.name()));
    }

    /** PolicyDefinitionNotFound, 404; from knowledge. */
    private static void definitionExists(Put put) throws ArmError {
        Value definition = put.at(DEFINITION);
        boolean custom = put.named(definition).filter(found -> found.armId().isType(DEFINITION_TYPE)).isPresent();
        boolean mayCome = put.preview()
                && definition
                        .text()
                        .filter(text -> text.startsWith("/subscriptions/"))
                        .isPresent();
        if (definition.text().isPresent() && builtIn(definition, put.world()).isEmpty() && !custom && !mayCome) {
            throw new ArmError(
                    404,
                    "PolicyDefinitionNotFound",
                    "The policy definition '%s' could not be found."
                            .formatted(definition.text().get()));
        }
    }

    /** MissingPolicyParameter and UndefinedPolicyParameter, 400; from knowledge. */
    private static void parametersFit(Put put) throws ArmError {
        Optional<World.Policy> policy = builtIn(put.at(DEFINITION), put.world());
        if (policy.isEmpty()) {
            return;
        }
        Set<String> given = put.at(PARAMETERS).names().stream().flatMap(name -> name.text().stream()).collect(Collectors.toSet());
        List<String> missing = policy.get().parameters().stream().filter(name -> !given.contains(name)).sorted().toList();
        if (!missing.isEmpty() && !put.preview()) {
            throw badRequest(
                    "MissingPolicyParameter",
                    "The policy assignment '%s' is missing the parameter(s) '%s' as defined in the policy definition '%s'."
                            .formatted(put.id().name(), String.join(",", missing), policy.get().name()));
        }
        for (String name : given) {
            if (!policy.get().parameters().contains(name)) {
                throw badRequest(
                        "UndefinedPolicyParameter",
                        "The policy definition '%s' has no parameter '%s'."
                                .formatted(policy.get().name(), name));
            }
        }
    }

    /** LocationRequired, 400; from knowledge. */
    private static void identityHasLocation(Put put) throws ArmError {
        boolean identity = put.at("identity.type").known() && put.at("identity.type").isNot("None");
        if (identity && put.at("location").absent()) {
            throw badRequest("LocationRequired", "The location property is required for this definition.");
        }
    }

    static void allowedSizes(Put put) throws ArmError {
        allowed(put, ALLOWED_SIZES, "listOfAllowedSKUs", put.at(VirtualMachines.SIZE));
    }

    static void allowedLocations(Put put) throws ArmError {
        if (!put.id().isResourceGroup() && !put.at("location").is("global")) {
            allowed(put, ALLOWED_LOCATIONS, "listOfAllowedLocations", put.at("location"));
        }
    }

    /** RequestDisallowedByPolicy, 403; documented: common-deployment-errors (code). */
    private static void allowed(Put put, String policy, String parameter, Value value) throws ArmError {
        for (Resource assignment : put.inventory().all(TYPE)) {
            List<Value> list = assignment.at(PARAMETERS + "." + parameter + ".value").items();
            boolean applies = assignment
                            .at(DEFINITION)
                            .text()
                            .filter(id -> id.toLowerCase(Locale.ROOT).endsWith("/" + policy))
                            .isPresent()
                    && !assignment.at("properties.enforcementMode").is("DoNotEnforce")
                    && covers(assignment, put.id());
            if (applies && value.text().filter(text -> list.stream().noneMatch(item -> item.is(text))).isPresent()) {
                throw new ArmError(
                        403,
                        "RequestDisallowedByPolicy",
                        ("Resource '%s' was disallowed by policy. Policy identifiers: "
                            + "'[{\"policyAssignment\":{\"name\":\"%s\",\"id\":\"%s\"},\"policyDefinition\":{\"id\":\"%s\"}}]'.")
                                .formatted(
                                        put.id().name(),
                                        assignment.armId().name(),
                                        assignment.id(),
                                        assignment.at(DEFINITION).text().orElse("")));
            }
        }
    }

    private static boolean covers(Resource assignment, ArmId id) {
        boolean excluded = assignment.body().each("properties.notScopes[]").stream()
                .flatMap(text -> text.text().flatMap(ArmId::parse).stream())
                .anyMatch(scope -> scope.same(id) || id.isBelow(scope));
        return !excluded && assignment.armId().scope().filter(scope -> scope.same(id) || id.isBelow(scope)).isPresent();
    }

    private static void answer(Resource assignment, Members body, Inventory inventory) {
        body.set("properties.scope", assignment.armId().scope().orElseThrow().text())
                .byDefault("properties.enforcementMode", "Default")
                .set("properties.metadata.createdBy", inventory.world().subscription().objectId())
                .set("properties.metadata.createdOn", assignment.created());
    }
}
