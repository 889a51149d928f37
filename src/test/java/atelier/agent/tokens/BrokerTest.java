package atelier.agent.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.AccessToken;
import atelier.agent.machine.Documents;
import atelier.agent.machine.MachineFile;
import atelier.agent.machine.SetClock;
import atelier.agent.server.AuditLog;
import atelier.agent.server.RateLimit;
import atelier.agent.server.Request;
import atelier.agent.server.Response;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pure: what users' programs are given and what not. */
final class BrokerTest {
    private static final String ARM = "api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F";
    private static final Map<String, List<String>> HEADERS =
            Map.of("Metadata", List.of("true"), "Host", List.of("127.0.0.1:4182"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final SetClock clock = new SetClock();
    private final List<String> fetched = new ArrayList<>();
    private Broker.Identity notebook = () -> Documents.NOTEBOOK;
    private Broker.Tokens tokens = (audience, clientId) -> {
        fetched.add(audience + " as " + clientId);
        return new AccessToken("s3cret", clock.instant().plusSeconds(3600), audience, clientId);
    };
    private final Broker broker = new Broker(
            Audiences.load(),
            () -> notebook.clientId(),
            (audience, clientId) -> tokens.token(audience, clientId),
            port -> port == 50000 ? OptionalInt.of(2000) : OptionalInt.empty(),
            new RateLimit(clock, 40, Duration.ofMillis(50)),
            new AuditLog(new PrintStream(out, true, StandardCharsets.UTF_8), clock, "tokens"),
            clock);

    @Test
    void givesATokenOfNotebookAsTheMetadataServiceDoes() throws IOException {
        Response response = get(ARM);
        assertEquals(200, response.status());
        assertEquals(List.of("application/json; charset=utf-8"), response.headers().get("Content-Type"));
        assertEquals(
                "{\"access_token\":\"s3cret\",\"client_id\":\"" + Documents.NOTEBOOK + "\",\"expires_in\":\"3600\","
                        + "\"expires_on\":\"1795525200\",\"resource\":\"https://management.azure.com/\","
                        + "\"token_type\":\"Bearer\"}",
                response.body());
        assertEquals(List.of("https://management.azure.com/ as " + Documents.NOTEBOOK), fetched);
    }

    @Test
    void writesWhoGotATokenForWhatAndNotTheToken() {
        get(ARM);
        assertEquals(
                "{\"time\":\"2026-11-24T12:00:00Z\",\"unit\":\"tokens\",\"uid\":2000,\"decision\":\"given\","
                        + "\"audience\":\"https://management.azure.com/\",\"identity\":\"" + Documents.NOTEBOOK
                        + "\",\"until\":\"2026-11-24T13:00:00Z\"}\n",
                audit());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://management.azure.com", "https://management.azure.com/", "https://management.core.windows.net/",
        "https://ml.azure.com", "https://storage.azure.com/", "https://containerregistry.azure.net"
    })
    void givesTokensForWhatIsOnTheList(String audience) {
        assertEquals(200, get("api-version=2018-02-01&resource=" + audience).status());
        assertEquals(List.of(audience + " as " + Documents.NOTEBOOK), fetched);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://vault.azure.net", "https://graph.microsoft.com", "https://graph.windows.net/",
        "api://AzureADTokenExchange", "https://management.azure.com//", "https://MANAGEMENT.azure.com",
        "http://management.azure.com", "management.azure.com", "https://management.azure.com/.default",
        "https://management.azure.com.evil.example", "https://database.windows.net/",
        "https://stvision0a1b2c.blob.core.windows.net", "https://monitor.azure.com", "*", "%20https://management.azure.com"
    })
    void givesNoTokenForAnythingElse(String audience) throws IOException {
        Response response = get("api-version=2018-02-01&resource=" + audience);
        assertEquals(400, response.status());
        assertEquals("invalid_resource", error(response).get("error").textValue());
        assertEquals(List.of(), fetched);
        assertFalse(audit().contains("given"));
    }

    @Test
    void notebookMayBeNamed() {
        assertEquals(200, get(ARM + "&client_id=" + Documents.NOTEBOOK.toUpperCase()).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "client_id=a0000000-0000-4000-8000-000000000001", "client_id=c0000000-0000-4000-8000-000000000003", "client_id=",
        "client_id=*", "object_id=b0000000-0000-4000-8000-000000000002", "mi_res_id=/subscriptions/x",
        "msi_res_id=/subscriptions/x", "principal_id=x", "CLIENT_ID=a0000000-0000-4000-8000-000000000001",
        "client_id=b0000000-0000-4000-8000-000000000002&client_id=a0000000-0000-4000-8000-000000000001",
        "client%5Fid=a0000000-0000-4000-8000-000000000001"
    })
    void noOtherIdentityIsGiven(String parameter) throws IOException {
        Response response = get(ARM + "&" + parameter);
        assertEquals(400, response.status());
        assertEquals("invalid_request", error(response).get("error").textValue());
        assertEquals(List.of(), fetched);
    }

    @ParameterizedTest
    @CsvSource({
        "'', The parameter api-version is missing or no date such as 2018-02-01",
        "resource=https://storage.azure.com, The parameter api-version is missing or no date such as 2018-02-01",
        "api-version=latest&resource=https://ml.azure.com, The parameter api-version is missing or no date such as 2018-02-01",
        "api-version=2018-02-01, The parameter resource is missing",
        "api-version=2018-02-01&resource, The parameter resource is missing",
        "api-version=2018-02-01&resource=a&resource=b, The parameter resource is there twice",
        "api-version=2018-02-01&resource=%zz, The query is not encoded as a query should be"
    })
    void aQueryThatTheMetadataServiceWouldRefuseIsRefused(String query, String message) throws IOException {
        Response response = get(query);
        assertEquals(400, response.status());
        assertEquals(message, error(response).get("error_description").textValue());
    }

    @Test
    void aLongAudienceIsNotEvenLookedAt() throws IOException {
        Response response = get("api-version=2018-02-01&resource=" + "a".repeat(201));
        assertEquals(
                "The parameter resource is longer than 200 characters", error(response).get("error_description").textValue());
    }

    @Test
    void withoutTheHeaderThereIsNoToken() throws IOException {
        for (Map<String, List<String>> headers : List.of(
                Map.<String, List<String>>of("Host", List.of("127.0.0.1")),
                Map.of("Host", List.of("127.0.0.1"), "Metadata", List.of("false")),
                Map.of("Host", List.of("127.0.0.1"), "Metadata", List.of("true", "true")))) {
            Response response = broker.apply(new Request("GET", TokenQuery.PATH, ARM, headers, "", 1));
            assertEquals(400, response.status());
            assertEquals(
                    "Required metadata header not specified: Metadata: true",
                    error(response).get("error_description").textValue());
        }
    }

    @Test
    void theHeaderOfAppServiceWillDo() {
        Map<String, List<String>> headers =
                Map.of("Host", List.of("localhost:4182"), "X-IDENTITY-HEADER", List.of("workstation"));
        String query = "api-version=2019-08-01&resource=https://storage.azure.com";
        assertEquals(200, broker.apply(new Request("GET", TokenQuery.PATH, query, headers, "", 1)).status());
    }

    @Test
    void aForwardedRequestGetsNoToken() {
        Map<String, List<String>> headers = Map.of(
                "Host", List.of("127.0.0.1"), "Metadata", List.of("true"), "x-forwarded-for", List.of("10.0.0.1"));
        assertEquals(400, broker.apply(new Request("GET", TokenQuery.PATH, ARM, headers, "", 1)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example", "evil.example:4182", "169.254.169.254", "127.0.0.1.evil.example", "127.0.0.1:4182@evil", ""
    })
    void aPageUnderAnotherNameGetsNoToken(String host) {
        Map<String, List<String>> headers = Map.of("Host", List.of(host), "Metadata", List.of("true"));
        assertEquals(400, broker.apply(new Request("GET", TokenQuery.PATH, ARM, headers, "", 1)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/metadata/instance", "/metadata/instance/compute/userData", "/metadata/attested/document",
        "/metadata/identity/info", "/metadata/identity/oauth2/token/", "//metadata/identity/oauth2/token",
        "/metadata/identity/oauth2/Token", "/metadata/identity/./oauth2/token", "/metadata/identity/oauth2/%74oken", "/",
        "", "/machine", "/metadata/scheduledevents"
    })
    void nothingElseOfTheMetadataServiceIsThere(String path) throws IOException {
        Response response = broker.apply(new Request("GET", path, ARM, HEADERS, "", 1));
        assertEquals(404, response.status());
        assertEquals("not_found", error(response).get("error").textValue());
        assertEquals(List.of(), fetched);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "HEAD", "OPTIONS", "DELETE"})
    void onlyGetIsAnswered(String method) {
        assertEquals(405, broker.apply(new Request(method, TokenQuery.PATH, ARM, HEADERS, "", 1)).status());
    }

    @Test
    void fortyAtOnceAreEnough() {
        for (int i = 0; i < 40; i++) {
            assertEquals(200, get(ARM).status());
        }
        Response response = get(ARM);
        assertEquals(429, response.status());
        assertEquals(List.of("1"), response.headers().get("Retry-After"));
        clock.advance(Duration.ofMillis(50));
        assertEquals(200, get(ARM).status());
        assertEquals(429, get(ARM).status());
    }

    @Test
    void aMetadataServiceThatIsNotThereIsUnavailable() throws IOException {
        tokens = (audience, clientId) -> {
            throw new IOException("connect to 169.254.169.254 failed");
        };
        Response response = get(ARM);
        assertEquals(503, response.status());
        assertEquals("The metadata service cannot be reached", error(response).get("error_description").textValue());
    }

    @Test
    void beforeTheDocumentIsThereTheBrokerIsUnavailable() {
        notebook = () -> new MachineFile(Path.of("does", "not", "exist"), line -> {}).current().identities().notebook();
        assertEquals(503, get(ARM).status());
        assertEquals(List.of(), fetched);
    }

    @Test
    void refusalsAreWrittenToo() {
        get("api-version=2018-02-01&resource=https://vault.azure.net");
        assertTrue(audit().contains("\"uid\":2000,\"decision\":\"refused\",\"path\":\"/metadata/identity/oauth2/token\","
                + "\"reason\":\"No token for https://vault.azure.net; on a workstation there are tokens for "), audit());
    }

    private Response get(String query) {
        return broker.apply(new Request("GET", TokenQuery.PATH, query, HEADERS, "", 50000));
    }

    private static JsonNode error(Response response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private String audit() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
