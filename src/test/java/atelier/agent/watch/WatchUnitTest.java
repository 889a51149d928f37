package atelier.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.Settings;
import atelier.agent.server.LoopbackServer;
import atelier.agent.server.Request;
import atelier.agent.server.Response;
import atelier.agent.watch.signal.UnixHttp;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit as it is put together on a workstation, with Azure played on loopback: its own clock, curl, HTTP and files. */
class WatchUnitTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MACHINE = "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups"
            + "/atelier-vision-compute/providers/Microsoft.Compute/virtualMachines/vision-ada";

    @TempDir
    private Path root;

    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream errors = new PrintStream(OutputStream.nullOutputStream());
    private Places places;
    private LoopbackServer azure;
    private int answer = 202;

    @BeforeEach
    void makeTheWorkstation() throws IOException {
        places = new Places(root);
        for (Path directory : new Path[] {
            places.memory().getParent(), places.etc(), places.home(), places.proc().resolve("1"),
            places.socket("jupyter").getParent()
        }) {
            Files.createDirectories(directory);
        }
        Files.writeString(places.etc().resolve("passwd"), "azureuser:x:2000:2000::/home/azureuser:/bin/bash\n");
        Files.writeString(places.proc().resolve("uptime"), "7200.00 1.00\n");
        Files.writeString(
                places.proc().resolve("1/stat"), "1 (systemd) S 0 1 1 0 -1 4194560 1 0 0 0 5 5 0 0 20 0 1 0 1 1 1 0\n");
        Files.writeString(places.proc().resolve("1/status"), "Name:\tsystemd\nUid:\t0\t0\t0\t0\n");
        azure = LoopbackServer.start(0, this::azure, errors);
    }

    @AfterEach
    void stopAzure() {
        azure.close();
    }

    @Test
    void itReadsTheDocumentAsksEverySignalAndTells() throws IOException, InterruptedException {
        String kernels = "[{\"last_activity\": \"2026-11-24T09:00:00Z\", \"execution_state\": \"busy\"}]";
        try (UnixHttp jupyter = new UnixHttp(places.socket("jupyter"), Map.of("/api/kernels", kernels, "/api/terminals", "[]"));
                WatchUnit watch = start()) {
            assertEquals("userData", asked.poll(30, TimeUnit.SECONDS));
            JsonNode status = eventually(watch, is("busy"));
            assertEquals("ada", status.path("workstation").asText());
            assertEquals("kernels: 1 of 1 kernels run a cell", status.at("/idle/why").asText());
            assertEquals(
                    "kernels active, terminals quiet, r-sessions unknown, vs-code unknown, ssh quiet, containers quiet, "
                            + "gpu quiet, processes unknown, schedule quiet, hold quiet",
                    signals(status));
            assertTrue(Files.readString(places.document()).startsWith("{\n  \"format\" : 1,"));
        }
    }

    @Test
    void aPromiseOfAnEarlierRunIsKeptAndAzureIsAskedWithTheAgentsToken() throws IOException, InterruptedException {
        promiseAStop();
        try (WatchUnit watch = start()) {
            assertEquals("userData", asked.poll(30, TimeUnit.SECONDS));
            assertEquals("token a0000000-0000-4000-8000-000000000001", asked.poll(30, TimeUnit.SECONDS));
            assertEquals("POST " + MACHINE + "/deallocate as Bearer of the agent", asked.poll(30, TimeUnit.SECONDS));
            assertEquals(0, asked.size());
            eventually(watch, is("stopping"));
        }
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"event\":\"stop\",\"accepted\":\"" + MACHINE + "\""));
    }

    @Test
    void aRefusalIsShownWithAzuresWordsAndNoToken() throws IOException, InterruptedException {
        answer = 403;
        promiseAStop();
        try (WatchUnit watch = start()) {
            eventually(watch, status -> status.path("banners").toString().contains(
                    "\"This workstation wants to stop and cannot: Azure answered 403 AuthorizationFailed: "
                            + "may not deallocate. Please stop it by hand, or tell an administrator.\""));
            assertEquals("unhealthy", status(watch).at("/health/status").asText());
        }
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("\"attempt\":1"));
        assertEquals(-1, out.toString(StandardCharsets.UTF_8).indexOf("of the agent"));
    }

    /** Nothing is left to wait for: the hooks' answer lies there already, and signals that cannot be read have had their time. */
    private void promiseAStop() throws IOException {
        Instant longAgo = Instant.now().minusSeconds(30 * 3600);
        Files.writeString(
                places.memory(),
                "{\"lastWork\":\"" + longAgo + "\",\"lastPresence\":\"" + longAgo + "\",\"promised\":\"" + longAgo + "\"}");
        // The hooks' request cannot be written: that keeps no stop away, and saves the test their time.
        Files.createDirectories(places.preStopRequest().resolve("in the way"));
    }

    private WatchUnit start() throws IOException {
        URI address = azure.address();
        Settings settings = new Settings(address, address, address, places.document());
        Programs programs = new Programs(
                Programs.system().curl(),
                arguments -> {
                    throw new AssertionError("there is no GPU");
                },
                arguments -> "");
        return WatchUnit.start(
                0, settings, places, programs, Clock.systemUTC(), new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
    }

    private Response azure(Request request) {
        if (request.path().equals("/metadata/instance/compute/userData")) {
            asked.add("userData");
            return Response.of(200, "text/plain", userData());
        }
        if (request.path().equals("/metadata/identity/oauth2/token")) {
            asked.add("token " + request.query().replaceAll(".*client_id=", ""));
            return Response.of(200, "application/json", "{\"access_token\": \"of the agent\", \"expires_on\": \"4000000000\"}");
        }
        asked.add(request.method() + " " + request.path() + " as " + request.header("Authorization").orElse("nobody"));
        return answer == 202
                ? Response.of(202)
                : Response.of(
                        answer, "application/json",
                        "{\"error\": {\"code\": \"AuthorizationFailed\", \"message\": \"may not deallocate\"}}");
    }

    private static String userData() {
        try {
            return Base64.getEncoder().encodeToString(
                    Files.readAllBytes(Path.of("src/test/resources/boot/user-data-personal.json")));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Predicate<JsonNode> is(String state) {
        return status -> status.at("/idle/state").asText().equals(state);
    }

    private JsonNode eventually(WatchUnit watch, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        for (int round = 0; round < 300; round++) {
            JsonNode status = status(watch);
            if (condition.test(status)) {
                return status;
            }
            asked.poll(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("it never comes: " + status(watch));
    }

    private static JsonNode status(WatchUnit watch) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(watch.address().resolve("/status")).build();
        return JSON.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String signals(JsonNode status) {
        StringBuilder signals = new StringBuilder();
        status.at("/idle/signals").forEach(signal -> signals.append(signals.isEmpty() ? "" : ", ")
                .append(signal.path("name").asText()).append(' ').append(signal.path("state").asText()));
        return signals.toString();
    }
}
