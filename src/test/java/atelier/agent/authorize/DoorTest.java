package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.Documents;
import atelier.agent.machine.SetClock;
import atelier.agent.server.AuditLog;
import atelier.agent.server.Request;
import atelier.agent.server.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pure: what nginx is answered, and what is written about it. */
final class DoorTest {
    private static final Session ADA =
            new Session(Documents.OWNER, Documents.TENANT, "ada@example.com", List.of("__Host-atelier=renewed; Secure"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> log = new ArrayList<>();
    private final List<String> cookies = new ArrayList<>();
    private Optional<Session> session = Optional.of(ADA);
    private boolean signInBroken;
    private List<Assignment> assignments = List.of(new Assignment("/assignments/1", Roles.DATA_SCIENTIST, false));
    private final Gate gate = new Gate(Documents::personal, (access, objectId) -> Rights.of(assignments));
    private final Door door = new Door(
            this::session,
            gate,
            new RefusalPage(Documents::personal),
            new AuditLog(new PrintStream(out, true, StandardCharsets.UTF_8), new SetClock(), "authorize"),
            log::add);

    private Optional<Session> session(String cookie) throws IOException {
        cookies.add(cookie);
        if (signInBroken) {
            throw new IOException("oauth2-proxy answered 502");
        }
        return session;
    }

    @Test
    void whoeverMayIsLetInByNameAndWithTheRenewedCookie() {
        Response response = door.apply(browser("GET", "/lab/tree/x.ipynb?token=s3cret#part"));
        assertEquals(204, response.status());
        assertEquals(
                Map.of(
                        "X-Atelier-Object-Id", List.of(Documents.OWNER),
                        "X-Atelier-User", List.of("ada@example.com"),
                        "Set-Cookie", List.of("__Host-atelier=renewed; Secure")),
                response.headers());
        assertEquals(
                "{\"time\":\"2026-11-24T12:00:00Z\",\"unit\":\"authorize\",\"objectId\":\"" + Documents.OWNER
                        + "\",\"user\":\"ada@example.com\",\"method\":\"GET\",\"path\":\"/lab/tree/x.ipynb\","
                        + "\"decision\":\"allowed\","
                        + "\"reason\":\"owns the workstation and may open applications\",\"role\":\"AzureML Data Scientist\","
                        + "\"roleAssignment\":\"/assignments/1\"}\n",
                audit());
    }

    @Test
    void whoeverMayNotIsRefused() {
        assignments = List.of(new Assignment("r", Roles.READER, false));
        assertEquals(403, door.apply(browser("GET", "/lab")).status());
        assertTrue(audit().endsWith("\"decision\":\"refused\",\"reason\":"
                + "\"no role on the workspace allows to open applications\"}\n"), audit());
    }

    @Test
    void withoutASessionOneIsNotSignedIn() {
        session = Optional.empty();
        Response response = door.apply(browser("GET", "/lab"));
        assertEquals(Response.of(401), response);
        assertEquals(
                "{\"time\":\"2026-11-24T12:00:00Z\",\"unit\":\"authorize\",\"method\":\"GET\",\"path\":\"/lab\","
                        + "\"decision\":\"refused\",\"reason\":\"not signed in\"}\n",
                audit());
    }

    @Test
    void withoutACookieNobodyIsAsked() {
        Request request = new Request("GET", "/authorize", "", Map.of("X-Auth-Request-Email", List.of(Documents.OWNER)), "", 1);
        assertEquals(401, door.apply(request).status());
        assertEquals(401, door.apply(new Request("GET", "/authorize", "", Map.of("Cookie", List.of("  ")), "", 1)).status());
        assertEquals(List.of(), cookies);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "X-Atelier-Object-Id", "X-Atelier-User", "X-Auth-Request-Email", "X-Auth-Request-User", "X-Auth-Request-Groups",
        "X-Auth-Request-Preferred-Username", "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-For", "X-Forwarded-Uri",
        "Authorization", "Remote-User", "X-Remote-User", "X-WEBAUTH-USER", "X_Auth_Request_Email", "User-Agent"
    })
    void noOtherHeaderIsBelieved(String header) {
        session = Optional.empty();
        Request forged = new Request(
                "GET", "/authorize", "", Map.of("Cookie", List.of("a=b"), header, List.of(Documents.OWNER)), "", 1);
        assertEquals(401, door.apply(forged).status());
        assertEquals(List.of("a=b"), cookies);
    }

    @Test
    void cookiesInSeveralLinesAreOne() {
        door.apply(new Request("GET", "/authorize", "", Map.of("Cookie", List.of("a=b", "c=d")), "", 1));
        assertEquals(List.of("a=b; c=d"), cookies);
    }

    @Test
    void aSignInThatDoesNotAnswerIsARefusal() {
        signInBroken = true;
        assertEquals(Response.of(403), door.apply(browser("GET", "/lab")));
        assertEquals(List.of("the session is not known: oauth2-proxy answered 502"), log);
        assertEquals(503, door.apply(page()).status());
    }

    @Test
    void aCookieThatIsTooLongIsARefusal() {
        Request request = new Request("GET", "/authorize", "", Map.of("Cookie", List.of("a".repeat(32 * 1024 + 1))), "", 1);
        assertEquals(403, door.apply(request).status());
        assertEquals(List.of(), cookies);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/", "", "/authorize/", "//authorize", "/Authorize", "/authorize/../refused", "/%61uthorize", "/authorize%00",
        "/authorize;x", "/authorize/x", "/refused/", "/health", "/oauth2/auth"
    })
    void thereAreTwoPathsAndNoOtherSpelling(String path) {
        assertEquals(404, door.apply(new Request("GET", path, "", Map.of("Cookie", List.of("a=b")), "", 1)).status());
        assertEquals(List.of(), cookies);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "CONNECT"})
    void onlyGetIsAnswered(String method) {
        assertEquals(405, door.apply(new Request(method, "/authorize", "", Map.of("Cookie", List.of("a=b")), "", 1)).status());
        assertEquals(List.of(), cookies);
    }

    @Test
    void aBodyIsRefused() {
        assertEquals(405, door.apply(new Request("GET", "/authorize", "", Map.of("Cookie", List.of("a=b")), "x", 1)).status());
    }

    @Test
    void theAuditLineIsOneLineWhateverIsSent() {
        String path = "/" + "x".repeat(400) + "?q";
        Request request = new Request("GET", "/authorize", "", Map.of(
                "Cookie", List.of("__Host-atelier=s3cret"),
                "X-Original-Method", List.of("G\"\n{" + "E".repeat(100)),
                "X-Original-URI", List.of(path)), "", 1);
        session = Optional.of(new Session(Documents.OWNER, Documents.TENANT, "ada\n{\"decision\":\"allowed\"}", List.of()));
        door.apply(request);
        assertEquals(1, audit().lines().count());
        assertTrue(audit().contains("\"path\":\"/" + "x".repeat(299) + "...\""), audit());
        assertFalse(audit().contains("s3cret"));
        assertTrue(audit().contains("ada\\n{\\\"decision\\\""), audit());
    }

    @Test
    void aNameThatIsNoHeaderIsMadeOne() {
        session = Optional.of(new Session(Documents.OWNER, Documents.TENANT, "zo\u00eb\r\nX-Evil: 1", List.of()));
        assertEquals(List.of("zo???X-Evil:?1"), door.apply(browser("GET", "/lab")).headers().get("X-Atelier-User"));
    }

    @Test
    void thePageDecidesAgain() {
        assertEquals(200, door.apply(page()).status());
        assignments = List.of();
        assertEquals(403, door.apply(page()).status());
        session = Optional.empty();
        assertEquals(401, door.apply(page()).status());
        assertEquals("", audit());
    }

    private static Request browser(String method, String uri) {
        return new Request("GET", "/authorize", "", Map.of(
                "Cookie", List.of("__Host-atelier=s3cret"),
                "X-Original-Method", List.of(method),
                "X-Original-URI", List.of(uri)), "", 1);
    }

    private static Request page() {
        return new Request("GET", "/refused", "", Map.of("Cookie", List.of("a=b")), "", 1);
    }

    private String audit() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
