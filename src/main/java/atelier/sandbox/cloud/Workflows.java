package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Logic Apps workflows; the definition is judged lightly: its parts, time zones and what its actions need. */
final class Workflows {
    static final String TYPE = "Microsoft.Logic/workflows";
    private static final String DEFINITION = "properties.definition";
    /** Windows names of time zones, one a line: https://github.com/unicode-org/cldr (windowsZones). */
    private static final Set<String> TIME_ZONES = timeZones();

    private Workflows() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[\\w().-]{1,80}",
                        "InvalidRequestContent",
                        "The workflow name {name} is invalid: 1 to 80 letters, digits, - . _ ( ).")
                .regional()
                .checks(Identities::exist)
                .checks(Workflows::definitionIsComplete)
                .checks(Workflows::timeZonesExist)
                .checks(Workflows::parametersHaveValues)
                .checks(Workflows::identityIsThere)
                .answers(Identities::answer)
                .answers(Workflows::answer);
    }

    private static Set<String> timeZones() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Workflows.class.getResourceAsStream("windows-time-zones.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** InvalidTemplate, 400; from knowledge. */
    private static void definitionIsComplete(Put put) throws ArmError {
        if (put.at("properties.state").is("Disabled") && put.at(DEFINITION).absent()) {
            return;
        }
        List<String> missing = Stream.of("$schema", "contentVersion", "triggers", "actions")
                .filter(name -> put.at(DEFINITION).at(name).absent())
                .toList();
        if (!missing.isEmpty()) {
            throw badRequest(
                    "InvalidTemplate",
                    "The request content is not valid: the definition lacks %s.".formatted(String.join(", ", missing)));
        }
    }

    /** InvalidTemplate, 400; documented: azure-docs logic-apps-workflow-actions-triggers (Windows names only). */
    private static void timeZonesExist(Put put) throws ArmError {
        for (JsonNode zone : put.at(DEFINITION).node().findValues("timeZone")) {
            if (zone.isTextual() && !zone.textValue().equals(Value.UNKNOWN) && !TIME_ZONES.contains(zone.textValue())) {
                throw badRequest(
                        "InvalidTemplate",
                        "The request content is not valid: the time zone '%s' is not a Windows name."
                                .formatted(zone.textValue()));
            }
        }
    }

    /** InvalidTemplate, 400; from knowledge. */
    private static void parametersHaveValues(Put put) throws ArmError {
        for (Value name : put.at(DEFINITION + ".parameters").names()) {
            String parameter = name.text().orElseThrow();
            boolean valued = !put.at(DEFINITION + ".parameters").at(parameter).at("defaultValue").absent()
                    || !put.at("properties.parameters").at(parameter).at("value").absent();
            if (!valued) {
                throw badRequest(
                        "InvalidTemplate",
                        "The request content is not valid: the parameter '%s' has no value.".formatted(parameter));
            }
        }
    }

    /** WorkflowManagedIdentityNotSpecified, 400; from knowledge. */
    private static void identityIsThere(Put put) throws ArmError {
        boolean used = put.at(DEFINITION).node().findValues("authentication").stream()
                .anyMatch(authentication -> authentication.path("type").asText().equals("ManagedServiceIdentity"));
        if (used && (put.at("identity.type").absent() || put.at("identity.type").is("None"))) {
            throw badRequest(
                    "WorkflowManagedIdentityNotSpecified",
                    "An action of workflow '%s' needs a managed identity."
                            .formatted(put.id().name()));
        }
    }

    private static void answer(Resource workflow, Members body, Inventory inventory) {
        body.set("properties.provisioningState", "Succeeded")
                .set("properties.createdTime", workflow.created())
                .set("properties.changedTime", workflow.changed())
                .set("properties.version", "%020d".formatted(workflow.revision()))
                .set("properties.accessEndpoint", endpoint(workflow))
                .byDefault("properties.state", "Enabled")
                .set("properties.sku.name", "NotSpecified");
    }

    private static String endpoint(Resource workflow) {
        return "https://prod-00." + workflow.location() + ".logic.azure.com:443/workflows/"
                + Derived.hex(workflow.armId(), "workflow", 32);
    }
}
