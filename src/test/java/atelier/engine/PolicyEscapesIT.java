package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Launcher;
import atelier.testing.engine.Operation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ways around the policy pack that only the engine can show, on a stack whose studio somebody opens to the Internet. */
@ExtendWith(DevStack.class)
class PolicyEscapesIT {
    private static final Path PACK = Launcher.CHECKOUT.resolve("policy");
    private static final String WORKSPACE = "urn:pulumi:dev::atelier::atelier:components:Workspace"
            + "$azure-native:machinelearningservices:Workspace::workspace";
    private static final String MACHINE =
            "urn:pulumi:dev::atelier::atelier:components:Workstation$azure-native:compute:VirtualMachine::ada";

    /** As the CLI prints one: its level, its name, and in parentheses the resource's type and name. */
    private static final Pattern VIOLATION =
            Pattern.compile("\\[(mandatory|advisory)]\\s+\\[severity: \\w+]\\s+(\\S+)\\s+\\(\\S+: (\\S+)\\)");

    @TempDir
    private Path folder;

    @Test
    void aTargetIsJudgedAndWhatIsNoTargetStaysAsItIs(Engine engine) {
        open(engine);
        Operation target = engine.preview("--policy-pack", PACK.toString(), "--target", WORKSPACE).failed();
        assertEquals(List.of("aml-01-private-workspace workspace"), mandatory(target));

        Operation other = engine.preview("--policy-pack", PACK.toString(), "--target", MACHINE).succeeded();
        assertEquals(List.of(), mandatory(other));
        assertEquals(List.of(), other.changes());
    }

    @Test
    void aConfigurationThatSwitchesEverythingOffStartsNothing(Engine engine) throws IOException {
        open(engine);
        Path configuration = Files.writeString(folder.resolve("configuration.json"), "{\"all\": \"disabled\"}");
        Operation up = engine.up("--policy-pack", PACK.toString(), "--policy-pack-config", configuration.toString()).failed();
        assertTrue(up.run().err().contains(": all: enforcementLevel is \"disabled\"; it must be mandatory or not set"),
                up.run()::everything);
        assertEquals(List.of(), up.steps());
    }

    @Test
    void anOpenStudioTakesAWaiverThatThePreviewRemindsOf(Engine engine) throws IOException {
        open(engine);
        Operation preview = engine.preview("--policy-pack", packWithWaiver().toString()).succeeded();
        assertEquals(List.of(), mandatory(preview));
        assertEquals(List.of("pack-01-waived workspace"),
                violations(preview, "advisory").filter(violation -> violation.startsWith("pack-")).toList());
    }

    @Test
    void aWaiverThatNobodyNeedsIsRefused(Engine engine) throws IOException {
        Operation preview = engine.preview("--policy-pack", packWithWaiver().toString()).failed();
        assertEquals(List.of("pack-01-unused-waivers atelier-dev"), mandatory(preview));
    }

    private static void open(Engine engine) {
        engine.configure(config -> ((ObjectNode) config.path("atelier:network")).put("studio", "public"));
    }

    private static List<String> mandatory(Operation operation) {
        return violations(operation, "mandatory").toList();
    }

    private static Stream<String> violations(Operation operation, String level) {
        return VIOLATION.matcher(operation.run().out()).results()
                .filter(match -> match.group(1).equals(level))
                .map(match -> match.group(2) + " " + match.group(3));
    }

    /** The pack of this checkout as somebody has it who waives the rule about open studios. */
    private Path packWithWaiver() throws IOException {
        Path pack = folder.resolve("pack");
        try (Stream<Path> files = Files.walk(PACK)) {
            for (Path file : files.filter(file -> !file.startsWith(PACK.resolve("node_modules"))).toList()) {
                Files.copy(file, pack.resolve(PACK.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.createSymbolicLink(pack.resolve("node_modules"), PACK.resolve("node_modules"));
        Files.writeString(pack.resolve("waivers.yaml"), """
                waivers:
                  - rule: AML-01
                    resource: azure-native:machinelearningservices:Workspace::workspace
                    reason: The course has guests until its end.
                    owner: ml-platform@example.com
                    expires: %s
                """.formatted(LocalDate.now(ZoneOffset.UTC).plusDays(30)));
        return pack;
    }
}
