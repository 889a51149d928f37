package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Launcher;
import atelier.testing.engine.Operation;
import atelier.testing.engine.Run;
import atelier.testing.engine.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when the configuration is wrong, and that doing what it says is enough. */
class ReportIT {
    private static final String KEY = "bm90IGEga2V5LCBvbmx5IHRoZSBsb29rIG9mIG9uZQ";

    @TempDir
    private Path folder;
    private Engine engine;

    @BeforeEach
    void chooseTheStack() {
        engine = Engine.in(folder, Stacks.file("minimal"));
    }

    @Test
    void everyMistakeIsToldOnceNothingIsCreatedAndTheCommandsMendThem() throws IOException {
        engine.configure(config -> {
            config.withObject("/atelier:network").put("bastion", "ture");
            config.withObject("/atelier:workstations/0/ssh").put("publicKey", privateKey())
                    .putArray("sources").add("203.0.113.7/32");
            config.putObject("atelier:networks").put("exposure", "public");
        });
        String report = """
                3 problems in the configuration; nothing was changed.

                atelier:network.bastion: 'ture' is not accepted.
                    Allowed: true or false, written as a boolean (without quotes)
                    Fix:     pulumi config rm --path 'atelier:network.bastion' &&
                             pulumi config set --path 'atelier:network.bastion' false

                atelier:workstations[0].ssh.publicKey: (a private key, not shown) is not accepted.
                    Allowed: one OpenSSH public key line: ssh-ed25519, ecdsa-sha2-nistp256/384/521,
                             sk-ssh-ed25519@openssh.com, or ssh-rsa with at least 3072 bits
                    Fix:     pulumi config set --path 'atelier:workstations[0].ssh.publicKey' \
                'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEKA5x3fAM0SVolZOklkqC9xh2oDZ85q09nVGpOMqlHt replace-with-your-own-key'

                atelier:networks: '{"exposure":"public"}' is not accepted.
                    Allowed: one of the keys team, access, network, tls, files, quota, images, workstations, clusters
                    Fix:     pulumi config rm --path 'atelier:networks'""";

        Run preview = previewRefusedWith(report);
        Run up = engine.run("up", "--yes").failed();
        assertEquals(diagnostics(report), diagnostics(up));
        assertFalse(Files.exists(engine.cloud()));
        assertEquals(0, engine.resources().size());
        assertEquals(List.of(), placesThatTellTheKey(preview, up));

        engine.paste(commands(preview)).succeeded();
        engine.preview().succeeded();
    }

    @Test
    void quotaThatIsExceededIsToldWithEveryHolderAndTheCommandsRaiseIt() {
        engine.configure(config -> config.withObject("/atelier:quota/compute/families").put("standardDSv5Family", 8));
        Run preview = previewRefusedWith("""
                1 problem in the configuration; nothing was changed.

                atelier:quota.compute.families.standardDSv5Family: '8' is not accepted.
                    Allowed: at least 12 once Azure has granted them, or fewer cores in use:
                             compute quota, standardDSv5Family: cores
                               workstation euler        1 x Standard_D4s_v5 with 4   4
                               image build of line cpu  1 x Standard_D8s_v5 with 8   8
                               sum                                                  12
                               limit                                                 8
                               gap                                                   4
                               would fit: no single smaller machine; remove a holder or ask Azure for more
                    Fix:     pulumi config set --path 'atelier:quota.compute.families.standardDSv5Family' 12""");
        engine.paste(commands(preview)).succeeded();
        engine.preview().succeeded();
    }

    @Test
    void anAzureThatDoesNotAnswerIsToldInWords() {
        engine.changeWorld(world -> world.put("nonsense", 1));
        Run preview = engine.preview().failed().run();
        assertTrue(diagnostics(preview).contains("Azure does not say which subscription this is for; nothing was changed.\n"));
        assertTrue(diagnostics(preview).contains("nonsense is not a key: allowed are "), preview.out());
        assertFalse(preview.everything().contains("io.grpc"), preview.out());
        assertEquals(0, engine.resources().size());
    }

    /** The report is all that is told, but for the host's own line on the exit code, and no resource was registered. */
    private Run previewRefusedWith(String report) {
        Operation preview = engine.preview().failed();
        assertEquals(List.of(report, hostLine()), preview.messages());
        assertEquals(List.of("pulumi:pulumi:Stack"), preview.steps().stream().map(Step::type).distinct().toList());
        assertEquals(diagnostics(report), diagnostics(preview.run()));
        assertEquals("", preview.run().err());
        return preview.run();
    }

    private static String hostLine() {
        return "an unhandled error occurred: '" + Launcher.CHECKOUT.resolve("sandbox/shims/java") + " -jar "
                + Launcher.CHECKOUT.resolve("target/atelier-program.jar") + "' exited with non-zero exit code: 1";
    }

    /** As the CLI prints it: indented, and every error marked. */
    private static String diagnostics(String report) {
        return "Diagnostics:\n  pulumi:pulumi:Stack (atelier-minimal):\n    error: "
                + report.lines().collect(Collectors.joining("\n    "))
                + "\n    error: " + hostLine();
    }

    private static String diagnostics(Run run) {
        String out = run.out();
        return out.substring(out.indexOf("Diagnostics:"), out.indexOf("\n\nResources:", out.indexOf("Diagnostics:"))).strip();
    }

    /** The commands of the report, copied from what was printed. */
    private static String commands(Run run) {
        return diagnostics(run).lines()
                .map(line -> line.strip().replaceFirst("^Fix: +", ""))
                .filter(line -> line.startsWith("pulumi config "))
                .collect(Collectors.joining("\n"));
    }

    /** Built here, so that no scanner of this repository takes it for a real one. */
    private static String privateKey() {
        return "-----BEGIN " + "OPENSSH PRIVATE KEY-----\n" + KEY + "\n-----END " + "OPENSSH PRIVATE KEY-----\n";
    }

    /** Everything written in between, but for the file that the key was pasted into, its copy, and the engine's note of it. */
    private List<String> placesThatTellTheKey(Run... runs) throws IOException {
        Stream<String> printed = Stream.of(runs).filter(run -> run.everything().contains(KEY)).map(Run::command);
        try (Stream<Path> kept = Files.walk(engine.sandbox()); Stream<Path> logs = Files.walk(engine.temporary())) {
            Stream<String> files = Stream.concat(kept, logs)
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(engine.sandbox().resolve("project")))
                    .filter(ReportIT::tellsTheKey)
                    .map(Path::toString);
            return Stream.concat(printed, files).toList();
        }
    }

    private static boolean tellsTheKey(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).lines()
                    .anyMatch(line -> line.contains(KEY) && !line.contains("\"preludeEvent\""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
