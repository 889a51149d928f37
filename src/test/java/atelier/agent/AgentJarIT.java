package atelier.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.Documents;
import atelier.agent.machine.StubService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Service: the jar as it is built, its units as processes; what they ask is the test's own, on loopback. */
final class AgentJarIT {
    private static final long MOST_BYTES = 5_000_000;
    private static final long MOST_KILOBYTES = 80_000;
    private static final int REQUESTS = 500;

    @TempDir
    private Path folder;

    @Test
    void theJarIsSmallAndHasTheAgentAndJacksonAndNothingElse() throws IOException {
        assertTrue(Files.size(AgentProcess.JAR) < MOST_BYTES, () -> "the jar is too large");
        try (JarFile jar = new JarFile(AgentProcess.JAR.toFile())) {
            assertEquals("atelier.agent.Main", jar.getManifest().getMainAttributes().getValue("Main-Class"));
            Set<String> packages = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/"))
                    .map(entry -> entry.getName().replaceFirst("^((?:[^/]+/){2}(?:jackson/)?).*$", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of("atelier/agent/", "com/fasterxml/jackson/"), packages);
        }
    }

    @Test
    void withoutAUnitItSaysWhichThereAre() throws Exception {
        Process process = new ProcessBuilder(AgentProcess.java(), "-jar", AgentProcess.JAR.toString(), "nonsense")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(64, process.waitFor());
        assertEquals("usage: java -jar agent.jar authorize|tokens|watch\n", output);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void authorizeDecidesAndStaysSmallUnderLoad() throws Exception {
        try (StubService proxy = new StubService();
                StubService metadata = new StubService();
                StubService arm = new StubService()) {
            proxy.answers(202, Map.of(
                    "X-Auth-Request-Email", Documents.OWNER,
                    "X-Auth-Request-Groups", Documents.TENANT,
                    "X-Auth-Request-Preferred-Username", "ada@example.com"), "");
            metadata.answers(200, "{\"access_token\":\"s3cret-token\",\"expires_on\":\"4102444800\"}");
            arm.answers(200, "{\"value\":[{\"id\":\"/assignments/1\",\"properties\":{\"roleDefinitionId\":\"/d/1\"}}]}")
                    .answers(200, "{\"properties\":{\"roleName\":\"Owner\",\"permissions\":[{\"actions\":[\"*\"]}]}}");
            Map<String, String> environment = Map.of(
                    "ATELIER_SIGNIN_URL", proxy.address().toString(),
                    "ATELIER_METADATA_URL", metadata.address().toString(),
                    "ATELIER_RESOURCE_MANAGER_URL", arm.address().toString(),
                    "ATELIER_DOCUMENT", document());
            archive("authorize", 4181, environment);
            try (AgentProcess agent = AgentProcess.start("authorize", 4181, folder, environment, archived("authorize"))) {
                assertEquals(Set.of(204), statuses(agent, "/authorize", "Cookie", "__Host-atelier=s3cret-cookie"));
                assertTrue(agent.resident() < MOST_KILOBYTES, agent.resident() + " kB are resident");
                assertEquals(Set.of(404), statuses(agent, "/authorize/../x", "Cookie", "c"));
                assertEquals("", agent.send("GET /authorize HTTP/1.1\r\nHost: h\r\nCookie: " + "a".repeat(70_000) + "\r\n\r\n"));
                assertTrue(agent.output().contains("\"roleAssignment\":\"/assignments/1\""), agent.output());
                assertTrue(!agent.output().contains("s3cret"), "a token or cookie is in the log");
            }
            assertEquals(
                    "Bearer s3cret-token", arm.asked().get(0).header("Authorization").orElseThrow());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tokensGivesTokensAndStaysSmallUnderLoad() throws Exception {
        try (StubService metadata = new StubService()) {
            metadata.answers(200, "{\"access_token\":\"s3cret-token\",\"expires_on\":\"4102444800\"}");
            Map<String, String> environment =
                    Map.of("ATELIER_METADATA_URL", metadata.address().toString(), "ATELIER_DOCUMENT", document());
            String path = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://storage.azure.com/";
            archive("tokens", 4182, environment);
            try (AgentProcess agent = AgentProcess.start("tokens", 4182, folder, environment, archived("tokens"))) {
                assertEquals(Set.of(200, 429), statuses(agent, path, "Metadata", "true"));
                assertTrue(agent.resident() < MOST_KILOBYTES, agent.resident() + " kB are resident");
                int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
                assertTrue(agent.output().contains("\"uid\":" + self + ",\"decision\":\"given\""), agent.output());
                assertTrue(!agent.output().contains("s3cret"), "a token is in the log");
            }
            assertEquals(1, metadata.asked().size());
        }
    }

    // As install-agent.sh does: run once, and let the Java machine write down what it has loaded.
    private void archive(String unit, int port, Map<String, String> environment) throws Exception {
        String option = "-XX:ArchiveClassesAtExit=" + folder.resolve(unit + ".jsa");
        try (AgentProcess agent = AgentProcess.start(unit, port, folder, environment, option)) {
            agent.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        }
    }

    private String archived(String unit) {
        return "-XX:SharedArchiveFile=" + folder.resolve(unit + ".jsa");
    }

    private static Set<Integer> statuses(AgentProcess agent, String path, String header, String value) {
        HttpClient browser = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(agent.address() + path)).header(header, value).build();
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            answers.add(browser.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode()));
            if (i % 50 == 0) {
                answers.forEach(CompletableFuture::join);
            }
        }
        return answers.stream().map(CompletableFuture::join).collect(Collectors.toCollection(TreeSet::new));
    }

    private String document() throws IOException {
        return Files.writeString(folder.resolve("machine.json"), Documents.personalText()).toString();
    }
}
