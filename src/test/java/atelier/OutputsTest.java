package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Exposure;
import atelier.model.ObjectId;
import atelier.model.ResourceName;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.Workstation;
import atelier.testing.RecordingMocks;
import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user gets when a stack is deployed. */
class OutputsTest {

    @Test
    void thereAreTheseOutputsAndNoOthers() {
        assertEquals(
                List.of("cost", "files", "images", "quota", "signIn", "vault", "workspace", "workstations"),
                List.copyOf(Stacks.deployed("dev").outputs().keySet()));
    }

    /** The keys are the variables that images/variables.pkr.hcl declares without a default. */
    @Test
    void theImageBuildIsToldAllItAsksFor() throws IOException {
        JsonNode expected = new ObjectMapper().readTree("""
                {"stack": "dev",
                 "tenantId": "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613",
                 "subscriptionId": "SUBSCRIPTION",
                 "resourceGroup": "atelier-vision-data",
                 "location": "westeurope",
                 "gallery": "atelier_vision",
                 "definitions": {"cpu": "workstation-cpu", "cuda": "workstation-cuda", "grid": "workstation-grid"},
                 "tags": {"costCenter": "CC-1042", "owner": "ml-platform@example.com", "team": "vision"},
                 "allowedSources": ["203.0.113.0/24"]}
                """.replace("SUBSCRIPTION", RecordingMocks.SUBSCRIPTION_ID));
        assertEquals(expected, new ObjectMapper().valueToTree(Stacks.deployed("dev").outputs().get("images")));
    }

    @Test
    void aPrivateStackNamesNobodyWhoMayReachTheBuildMachine() {
        Object images = Stacks.deployed("locked-down").outputs().get("images");
        assertEquals("[]", new ObjectMapper().valueToTree(images).path("allowedSources").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everyWorkstationIsListed(String stack) {
        Spec spec = Stacks.spec(stack);
        TreeSet<String> names = new TreeSet<>();
        workstations(stack).fieldNames().forEachRemaining(names::add);
        assertEquals(List.copyOf(names), spec.workstations().stream().map(Workstation::name).map(ResourceName::value).sorted()
                .toList());
        for (Workstation workstation : spec.workstations()) {
            JsonNode entry = workstation(stack, workstation);
            assertEquals("westeurope", entry.path("region").asText());
            assertEquals(workstation.size().toString(), entry.path("size").asText());
            assertEquals(workstation.owner().map(ObjectId::value).orElse("shared"), entry.path("owner").asText());
            assertTrue(entry.path("privateAddress").asText().matches("[0-9.]+"), entry::toString);
            assertEquals(spec.network().exposure() instanceof Exposure.Public, entry.has("publicAddress"), entry::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void everyWorkstationHasTheAddressesOfItsApplications(String stack) {
        for (Workstation workstation : Stacks.spec(stack).workstations()) {
            JsonNode entry = workstation(stack, workstation);
            String host = "https://" + entry.path("host").asText() + "/";
            for (String application : List.of("jupyter", "jupyterLab", "rStudio", "vsCode")) {
                assertTrue(entry.path(application).asText().startsWith(host), () -> application + " is not in " + entry);
            }
            assertEquals(host + "atelier/health", entry.path("health").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void sshDetailsAreGivenWhereSshIsOn(String stack) {
        for (Workstation workstation : Stacks.spec(stack).workstations()) {
            JsonNode entry = workstation(stack, workstation);
            assertEquals(workstation.ssh() instanceof SshAccess.On, entry.has("ssh"), entry::toString);
            if (entry.has("ssh")) {
                assertEquals(22, entry.at("/ssh/port").asInt());
                assertEquals(
                        "ssh " + entry.at("/ssh/user").asText() + "@" + entry.path("host").asText(),
                        entry.at("/ssh/command").asText());
            }
        }
    }

    @Test
    void commandsStartAndDeallocateTheRightMachine() {
        JsonNode ada = workstations("dev").path("ada");
        for (String verb : List.of("start", "deallocate", "restart")) {
            String command = ada.path(verb).asText();
            assertTrue(command.startsWith("az vm " + verb + " ") && command.contains("vision-ada"), command);
        }
    }

    @Test
    void signInIsSetUpForTheGroupsThatOpenApplications() {
        String app = "4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae";
        JsonNode signIn = output("dev", "signIn");
        assertEquals(5, signIn.path("commands").size(), signIn::toString);
        assertEquals("az ad sp update --id " + app + " --set appRoleAssignmentRequired=true", signIn.at("/commands/0").asText());
        assertEquals(assignment(app, "1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349"), signIn.at("/commands/1").asText());
        assertEquals(assignment(app, "3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61"), signIn.at("/commands/2").asText());
        assertTrue(signIn.at("/commands/3").asText().startsWith("az ad app federated-credential create --id " + app + " "));
        assertEquals(
                "az ad app update --id " + app + " --web-redirect-uris " + callback("ada") + " " + callback("grace"),
                signIn.at("/commands/4").asText());
    }

    private static String callback(String workstation) {
        return "https://" + workstations("dev").path(workstation).path("host").asText() + "/oauth2/callback";
    }

    private static String assignment(String app, String group) {
        return "az rest --method post --url https://graph.microsoft.com/v1.0/groups/" + group + "/appRoleAssignments --body "
                + "'{\"principalId\":\"" + group + "\",\"resourceId\":\"'\"$(az ad sp show --id " + app
                + " --query id --output tsv)\"'\",\"appRoleId\":\"00000000-0000-0000-0000-000000000000\"}'";
    }

    private static JsonNode output(String stack, String name) {
        return new ObjectMapper().valueToTree(Stacks.deployed(stack).outputs().get(name));
    }

    private static JsonNode workstation(String stack, Workstation workstation) {
        return workstations(stack).path(workstation.name().value());
    }

    private static JsonNode workstations(String stack) {
        return output(stack, "workstations");
    }
}
