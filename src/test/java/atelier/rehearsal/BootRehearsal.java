package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.Launcher;
import atelier.testing.engine.Run;
import atelier.testing.rehearsal.Command;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first boot of a workstation from its registered customData and userData. */
@ExtendWith(DevWorkstation.class)
class BootRehearsal {
    /** cloud-init accepts any key at the top of a document; these are the modules that ours uses. */
    private static final Set<String> MODULES =
            Set.of("users", "disable_root", "ssh_pwauth", "write_files", "runcmd");

    /** Debian's cloud-init 22.4 makes no user for an empty list either, but its schema does not know that. */
    private static final List<String> COMPLAINTS = List.of("Cloud config schema errors: users: [] is too short");

    @Test
    void everyStepOfTheFirstBootIsDone(Workstation workstation) {
        JsonNode boot = workstation.json("/run/atelier/boot.json");
        assertEquals("ready", boot.path("state").asText());
        for (JsonNode step : boot.path("steps")) {
            assertEquals("done", step.path("state").asText(), step.toString());
        }
    }

    @Test
    void noUnitHasFailed(Workstation workstation) {
        assertEquals("", workstation.run("systemctl", "--failed", "--no-legend").succeeded().out());
    }

    @Test
    void cloudInitIsContent(Workstation workstation) {
        assertEquals("status: done\n", workstation.run("cloud-init", "status").succeeded().out());
    }

    @Test
    void customDataIsValidAndUsesKnownModulesOnly(Workstation workstation) {
        String seed = "/var/lib/cloud/seed/nocloud/user-data";
        Run judged = workstation.run("cloud-init", "schema", "--config-file", seed);
        assertEquals(COMPLAINTS, judged.everything().lines()
                .filter(line -> line.startsWith("Cloud config schema errors:") || line.startsWith("Error: "))
                .toList());
        String keys = workstation.run(
                "python3", "-c", "import sys, yaml; print(*yaml.safe_load(open(sys.argv[1])), sep='\\n')", seed).succeeded().out();
        assertEquals(MODULES, keys.lines().collect(Collectors.toSet()));
    }

    @Test
    void theWorkstationListensOn443AndSshOnly(Workstation workstation) {
        String sockets = workstation.run("ss", "--no-header", "--listening", "--tcp", "--udp", "--numeric").succeeded().out();
        Set<String> open = sockets.lines()
                .map(line -> line.trim().split("\\s+"))
                .map(column -> column[0] + " " + column[4])
                .filter(socket -> !socket.matches(".* (127\\..*|\\[::1]|\\[::ffff:127\\..*):\\d+"))
                .map(socket -> socket.replaceFirst(" .*:", " "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of("tcp 22", "tcp 443")), open);
    }

    @Test
    void systemdUnderstandsEveryUnitOfOurs(Workstation workstation) {
        Run judged = workstation.run("sh", "-c", "systemd-analyze verify /usr/lib/systemd/system/atelier*.* 2>&1");
        assertEquals("", judged.succeeded().out());
    }

    @Test
    void theImagesOwnTestsOfABootPass(Workstation workstation) {
        String carry = "tar --create --directory images . | sandbox/workstation " + workstation.name()
                + " --exec sh -c 'rm -rf /run/images && mkdir /run/images && tar --extract --directory /run/images'";
        new Command(
                List.of("bash", "-euo", "pipefail", "-c", carry),
                Launcher.CHECKOUT,
                Command.workstation(workstation.engine(), workstation.name()).environment()).run().succeeded();
        Run tests = workstation.run(
                "env", "ATELIER_LINE=cpu", "ATELIER_STAND_INS=/run/images/stand-ins.json", "/run/images/tests/run", "boot");
        assertFalse(tests.succeeded().out().contains("not ok"), tests.out());
    }

    @Test
    void itsUserFilesLieInTheStacksShare(Workstation workstation) {
        workstation.shell("azureuser", "touch /files/Users/ada/written-by-a-test").succeeded();
        workstation.shell("azureuser", "rm /files/Users/ada/written-by-a-test").succeeded();
        String options = workstation.run("findmnt", "--noheadings", "--types", "noautofs", "--output", "OPTIONS", "/files")
                .succeeded().out().strip();
        assertTrue(Arrays.asList(options.split(",")).containsAll(List.of("nosuid", "nodev")), options);
    }
}
