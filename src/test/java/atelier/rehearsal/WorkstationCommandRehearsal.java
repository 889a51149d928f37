package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Readme;
import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.rehearsal.Command;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Host;
import atelier.testing.rehearsal.StartedWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sandbox/workstation} prints, refuses and leaves behind. */
@ExtendWith(DevWorkstation.class)
class WorkstationCommandRehearsal {
    @TempDir
    private Path folder;

    @Test
    void itPrintsWhatTheReadmeShows(StartedWorkstation started) {
        List<String> printed = generalized(started.printed(), started.workstation());
        List<String> shown = Readme.read().blocks("console").stream()
                .filter(block -> block.contains("The workstation ada is ready"))
                .findFirst().orElseThrow()
                .lines().filter(line -> !line.equals("...") && !line.startsWith("$ ")).toList();
        int from = 0;
        for (String line : shown) {
            int at = printed.subList(from, printed.size()).indexOf(line);
            assertTrue(at >= 0, () -> "'" + line + "' is not printed after what stands before it: " + printed);
            from += at + 1;
        }
    }

    /** Host name, ports and pins are of one run; a browser wants --no-sandbox of root only, who does not come by sudo. */
    private static List<String> generalized(String printed, Workstation workstation) {
        return printed
                .replace(workstation.host(), "vision-ada-6b124f.westeurope.cloudapp.azure.com")
                .replace("\"$(mktemp -d)\" --no-sandbox", "\"$(mktemp -d)\"")
                .replace(workstation.reach().path("publicKeyPins").asText(), "PINS")
                .replace("127.0.0.1:" + workstation.port(), "127.0.0.1:8443")
                .replace("127.0.0.1:" + workstation.reach().path("signInPort").asText(), "127.0.0.1:8444")
                .lines().toList();
    }

    @Test
    void aSecondOneIsStartedStoppedAndLeavesTheHostAsItWas(Workstation ada) {
        Workstation second = new Workstation("grace", ada.engine());
        Map<String, String> before = Host.beside(second);
        try (StartedWorkstation grace = StartedWorkstation.of(ada.engine(), "grace")) {
            grace.workstation().run("systemctl", "is-active", "atelier-jupyter.service").succeeded();
            assertNotEquals(before, Host.beside(second));
            Command.workstation(ada.engine(), "grace", "--stop").run().succeeded();
            grace.awaitEnd();
        }
        assertEquals(before, Host.beside(second));
    }

    @Test
    void itIsNotStartedTwice(Workstation ada) {
        assertEquals(
                "sandbox: the workstation 'ada' runs already: end it with 'sandbox/workstation ada --stop'.\n",
                Command.workstation(ada.engine(), "ada").run().failed().err());
    }

    @Test
    void anUnknownNameGetsThoseThatThereAre(Workstation ada) {
        assertEquals(
                "sandbox: the stack 'dev' has no workstation 'adda'; it has: ada, grace.\n",
                Command.workstation(ada.engine(), "adda").run().failed().err());
    }

    @Test
    void nothingDeployedNamesTheCommandThatDeploys() {
        Engine empty = Engine.in(folder, Stacks.file("dev"));
        assertEquals(
                "sandbox: the stack 'dev' has no workstation deployed here: run 'sandbox/pulumi up --stack dev' first.\n",
                Command.workstation(empty, "ada").run().failed().err());
    }

    @Test
    void aDeallocatedWorkstationGetsTheCommandThatStartsIt(Workstation ada) {
        ada.engine().changeCloud(resources -> power(resources, "deallocated"));
        try {
            String refusal = Command.workstation(ada.engine(), "grace").run().failed().err();
            assertTrue(
                    refusal.matches("sandbox: the workstation 'grace' is deallocated, so there is nothing to start: "
                            + "az vm start --subscription [0-9a-f-]{36} --resource-group atelier-vision-compute --name vision-grace\n"),
                    refusal);
        } finally {
            ada.engine().changeCloud(resources -> power(resources, "running"));
        }
    }

    private static void power(ObjectNode resources, String state) {
        resources.fields().forEachRemaining(resource -> {
            if (resource.getKey().endsWith("/virtualmachines/vision-grace")) {
                ((ObjectNode) resource.getValue().path("state")).put("powerState", state);
            }
        });
    }
}
