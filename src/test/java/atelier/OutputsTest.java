package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Exposure;
import atelier.model.ObjectId;
import atelier.model.ResourceName;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.Workstation;
import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

    private static JsonNode workstation(String stack, Workstation workstation) {
        return workstations(stack).path(workstation.name().value());
    }

    private static JsonNode workstations(String stack) {
        return new ObjectMapper().valueToTree(Stacks.deployed(stack).outputs().get("workstations"));
    }
}
