package atelier.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.agent.server.Request;
import atelier.agent.server.Response;
import atelier.agent.watch.health.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchApiTest {
    private static final Map<String, List<String>> ADA =
            Map.of("X-Atelier-User", List.of("ada@example.com"), "Host", List.of("ada.example.com"));

    @TempDir
    private Path root;

    private Fixture fixture;
    private WatchApi api;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(root);
        api = new WatchApi(fixture.watch);
    }

    @Test
    void theStatusTellsEverything() {
        fixture.tick();
        fixture.watch.hold(1, "ada@example.com");
        assertEquals(
                "{\"workstation\":\"ada\",\"idle\":{\"state\":\"held\",\"why\":\"held by ada@example.com\","
                        + "\"since\":\"2026-11-24T12:00:00Z\",\"stopsAt\":\"2026-11-24T13:00:00Z\","
                        + "\"heldUntil\":\"2026-11-24T13:00:00Z\",\"heldBy\":\"ada@example.com\",\"signals\":["
                        + "{\"name\":\"ssh\",\"state\":\"quiet\",\"detail\":\"no session is open\"},"
                        + "{\"name\":\"hold\",\"state\":\"active\","
                        + "\"detail\":\"ada@example.com holds it until 2026-11-24T13:00:00Z\"}"
                        + "]},\"health\":{\"status\":\"healthy\",\"parts\":["
                        + "{\"name\":\"boot\",\"status\":\"healthy\",\"message\":\"ready\"},"
                        + "{\"name\":\"document\",\"status\":\"healthy\",\"message\":\"read from the machine's user data\"},"
                        + "{\"name\":\"stop\",\"status\":\"healthy\",\"message\":\"no stop has failed\"}]},\"banners\":[]}\n",
                ask("GET", "/status", Map.of(), "").body());
    }

    @Test
    void theHealthIsOneWordForEverybody() {
        assertEquals("503 {\"status\":\"starting\"}\n", word());
        fixture.tick();
        assertEquals("200 {\"status\":\"healthy\"}\n", word());
        fixture.checks.add(now -> Part.warning("image", "old"));
        fixture.minutes(1);
        assertEquals("200 {\"status\":\"healthy\"}\n", word());
        fixture.checks.set(0, now -> Part.unhealthy("files", "lost: secret details"));
        fixture.minutes(1);
        assertEquals("503 {\"status\":\"unhealthy\"}\n", word());
    }

    @Test
    void aHoldNamesWhoAskedAndIsTakenBack() {
        fixture.tick();
        fixture.log();
        Response held = ask("POST", "/hold", ADA, "{\"hours\": 12}");
        assertEquals(200, held.status());
        assertEquals(
                "{\"time\":\"2026-11-24T12:00:00Z\",\"unit\":\"watch\",\"event\":\"hold\",\"by\":\"ada@example.com\","
                        + "\"until\":\"2026-11-25T00:00:00Z\"}",
                fixture.log().get(0));
        assertEquals(200, ask("DELETE", "/hold", ADA, "").status());
        assertEquals(List.of(), fixture.watch.status().idle().hold().stream().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{}", "12", "[12]", "{\"hours\": \"2\"}", "{\"hours\": 1.5}", "{\"hours\": 1e99}",
        "{\"hours\": 2, \"by\": \"grace\"}",
        "{\"hours\": 99999999999}", "{\"hours\": null}", "hours=2"
    })
    void aHoldOfAnotherFormIsRefused(String body) {
        Response refused = ask("POST", "/hold", ADA, body);
        assertEquals(400, refused.status());
        assertEquals("{\"error\":\"the body has to be {\\\"hours\\\": <whole number>}\"}\n", refused.body());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "13", "2147483647"})
    void aHoldOutsideOfItsBoundsIsRefused(int hours) {
        Response refused = ask("POST", "/hold", ADA, "{\"hours\": " + hours + "}");
        assertEquals(400, refused.status());
        assertEquals("{\"error\":\"hours is " + hours + "; allowed is 1 to 12\"}\n", refused.body());
    }

    @Test
    void nobodyAndSeveralAtOnceHoldNothing() {
        for (List<String> users : List.of(List.<String>of(), List.of(""), List.of("ada", "grace"))) {
            assertEquals(401, ask("POST", "/hold", Map.of("X-Atelier-User", users), "{\"hours\": 1}").status());
            assertEquals(401, ask("DELETE", "/hold", Map.of("X-Atelier-User", users), "").status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://ada.example.com,200", "https://evil.example.com,403", "http://ada.example.com,403", "null,403",
        "https://ada.example.com:8443,403", "https://ada.example.com.evil.com,403"
    })
    void onlyAPageOfTheWorkstationItselfMayHold(String origin, int status) {
        Map<String, List<String>> headers = Map.of(
                "X-Atelier-User", List.of("ada"), "Host", List.of("ada.example.com"), "Origin", List.of(origin));
        assertEquals(status, ask("POST", "/hold", headers, "{\"hours\": 1}").status());
        assertEquals(status, ask("DELETE", "/hold", headers, "").status());
    }

    @Test
    void whenAzureStopsItAHoldIsTooLate() {
        fixture.tick();
        fixture.minutes(60);
        assertEquals(409, ask("POST", "/hold", ADA, "{\"hours\": 1}").status());
        assertEquals("stopping", fixture.watch.status().idle().verdict().state().name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"GET,/", "GET,/hold", "PUT,/hold", "POST,/status", "HEAD,/health", "GET,/health/", "GET,/../status", "GET,''"})
    void thereIsNothingElse(String method, String path) {
        assertEquals(404, ask(method, path, ADA, "").status());
    }

    private String word() {
        Response response = ask("GET", "/health", Map.of(), "");
        return response.status() + " " + response.body();
    }

    private Response ask(String method, String path, Map<String, List<String>> headers, String body) {
        return api.apply(new Request(method, path, "", headers, body, 40000));
    }
}
