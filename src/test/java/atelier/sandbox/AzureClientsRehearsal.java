package atelier.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Azure's own Python clients as judges: token from the metadata service, answers read, errors told apart, operations awaited. */
@ExtendWith(DevStack.class)
class AzureClientsRehearsal {
    private static final Path JUDGE = Path.of("src/test/resources/azure-clients").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void azuresOwnClientsUnderstandEveryAnswer(Engine dev) throws Exception {
        TestCertificate certificate = TestCertificate.in(directory);
        Path python = directory.resolve("venv/bin/python");
        succeeds("python3", "-m", "venv", directory.resolve("venv").toString());
        succeeds(python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                "--requirement", JUDGE.resolve("requirements.txt").toString());
        try (ArmProcess azure = ArmProcess.serve(
                dev.sandbox(), dev.world(), "--https", "127.0.0.1:0", "--keystore", certificate.keyStore().toString(),
                "--workstation", "ada", "--metadata", "127.0.0.1:0")) {
            ProcessBuilder judge = new ProcessBuilder(python.toString(), JUDGE.resolve("judge.py").toString());
            judge.environment().put("METADATA", "http://127.0.0.1:" + azure.port(1));
            judge.environment().put("ARM_PORT", Integer.toString(azure.port(0)));
            judge.environment().put("REQUESTS_CA_BUNDLE", certificate.pem(directory.resolve("ca.pem")).toString());
            assertEquals(
                    List.of(
                            "state: PowerState/deallocated",
                            "machine: vision-ada Standard_NC4as_T4_v3 VM deallocated",
                            "start: 403 AuthorizationFailed",
                            "grace: 403 AuthorizationFailed",
                            "role: CustomRole 11",
                            "role: BuiltInRole 4",
                            "notebook: 403 AuthorizationFailed"),
                    output(judge).lines().toList());
        }
    }

    private static void succeeds(String... command) throws IOException, InterruptedException {
        output(new ProcessBuilder(command));
    }

    private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
        Path error = Files.createTempFile("judge", ".err");
        Process process = builder.redirectError(error.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Files.readString(error));
        Files.delete(error);
        return output;
    }
}
