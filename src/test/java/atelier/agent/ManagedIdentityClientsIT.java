package atelier.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.agent.machine.Documents;
import atelier.agent.machine.StubService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Service: the real azure-identity and MSAL of Python against the real broker, told of it by the image's own file. */
@EnabledOnOs(OS.LINUX)
final class ManagedIdentityClientsIT {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "agent");
    private static final Path VARIABLES = Path.of("images", "files", "etc", "environment.d", "60-atelier-tokens.conf");
    private static final String OTHER = "a0000000-0000-4000-8000-000000000001";

    private static final List<String> EXPECTED = List.of(
            "any s3cret",
            "notebook s3cret",
            "other CredentialUnavailableError True False",
            "vault CredentialUnavailableError False True",
            "default s3cret",
            "msal s3cret");

    @TempDir
    private Path folder;

    @BeforeAll
    static void installClients() throws Exception {
        Path requirements = RESOURCES.resolve("azure-identity.txt");
        Path done = environment().resolve("installed.txt");
        if (!Files.exists(done) || Files.mismatch(done, requirements) >= 0) {
            run(Map.of(), "python3", "-m", "venv", "--clear", environment().toString());
            run(Map.of(), environment().resolve("bin/pip").toString(), "install", "--quiet", "--disable-pip-version-check",
                    "--no-deps", "--requirement", requirements.toString());
            Files.copy(requirements, done);
        }
    }

    @Test
    void theyFindTheBrokerByTheMetadataServicesProtocol() throws Exception {
        assertEquals(EXPECTED, clientsWith("AZURE_POD_IDENTITY_AUTHORITY_HOST"::equals));
    }

    @Test
    void theyFindItByAppServicesProtocolToo() throws Exception {
        assertEquals(EXPECTED, clientsWith(name -> true));
    }

    private List<String> clientsWith(Predicate<String> variable) throws Exception {
        try (StubService metadata = new StubService()) {
            metadata.answers(200, "{\"access_token\":\"s3cret\",\"expires_on\":\"4102444800\"}");
            Path document = Files.writeString(folder.resolve("machine.json"), Documents.personalText());
            Map<String, String> agent = Map.of(
                    "ATELIER_METADATA_URL", metadata.address().toString(), "ATELIER_DOCUMENT", document.toString());
            try (AgentProcess tokens = AgentProcess.start("tokens", 4182, folder, agent)) {
                Map<String, String> variables = variables();
                variables.keySet().removeIf(variable.negate());
                String script = RESOURCES.resolve("managed_identity.py").toString();
                return run(variables, environment().resolve("bin/python").toString(), script, Documents.NOTEBOOK, OTHER);
            }
        }
    }

    private static Map<String, String> variables() throws IOException {
        return Files.readAllLines(VARIABLES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, second) -> second, HashMap::new));
    }

    private static Path environment() {
        Path cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        return cache.resolve("atelier").resolve("azure-identity");
    }

    private static List<String> run(Map<String, String> variables, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        builder.environment().putAll(variables);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
        return output.lines().toList();
    }
}
