package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a service of the test's own on loopback: the answers are those that Azure documents. */
final class ResourceManagerTest {
    private final StubService azure = new StubService();
    private final List<Duration> pauses = new ArrayList<>();
    private final ResourceManager arm = new ResourceManager(
            azure.address(),
            HttpClients.remote(),
            () -> new AccessToken("s3cret", Instant.MAX, ResourceManager.AUDIENCE, "agent"),
            Patience.LONG,
            pauses::add);

    @AfterEach
    void stop() {
        azure.close();
    }

    @Test
    void readsWithTheBearer() throws IOException {
        azure.answers(200, "{\"name\":\"w\"}");
        assertEquals("w", arm.get("/subscriptions/s?api-version=2022-04-01").get("name").textValue());
        StubService.Asked asked = azure.asked().get(0);
        assertEquals("/subscriptions/s?api-version=2022-04-01", asked.uri());
        assertEquals(Optional.of("Bearer s3cret"), asked.header("Authorization"));
    }

    @Test
    void aListHasTheElementsOfAllItsPages() throws IOException {
        String second = azure.address() + "/list?page=2";
        azure.answers(200, "{\"value\":[1,2],\"nextLink\":\"" + second + "\"}").answers(200, "{\"value\":[3],\"nextLink\":null}");
        assertEquals("[1, 2, 3]", arm.list("/list?page=1").toString());
        assertEquals(List.of("/list?page=1", "/list?page=2"), azure.askedUris());
    }

    @Test
    void theBearerGoesToNoOtherHost() {
        try (StubService elsewhere = new StubService()) {
            elsewhere.answers(200, "{\"value\":[]}");
            azure.answers(200, "{\"value\":[],\"nextLink\":\"" + elsewhere.address() + "/list\"}");
            var refused = assertThrows(IOException.class, () -> arm.list("/list"));
            assertEquals(
                    "Azure named an address outside of " + azure.address() + ": " + elsewhere.address().getAuthority(),
                    refused.getMessage());
            assertEquals(List.of(), elsewhere.asked());
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        azure.answers(302, Map.of("Location", azure.address() + "/other"), "");
        assertEquals(302, assertThrows(ArmException.class, () -> arm.get("/one")).status());
        assertEquals(List.of("/one"), azure.askedUris());
    }

    @Test
    void aListWithoutEndIsGivenUp() {
        azure.answers(200, "{\"value\":[],\"nextLink\":\"" + azure.address() + "/list\"}");
        var endless = assertThrows(IOException.class, () -> arm.list("/list?x=1"));
        assertEquals("Azure's list at /list has more than 50 pages", endless.getMessage());
    }

    @Test
    void aThrottledRequestIsMadeAgainAfterTheTimeThatAzureNames() throws IOException {
        azure.answers(429, Map.of("Retry-After", "11"), "").answers(503, "").answers(200, "{\"value\":[1]}");
        assertEquals(1, arm.list("/list").size());
        assertEquals(List.of(Duration.ofSeconds(11), Duration.ofSeconds(4)), pauses);
    }

    @Test
    void aRefusalHasAzuresCodeAndWordsAndNoToken() {
        azure.answers(403,
                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client does not have authorization\"}}");
        var refused = assertThrows(ArmException.class, () -> arm.get("/one"));
        assertEquals("Azure answered 403 AuthorizationFailed: The client does not have authorization", refused.getMessage());
        assertEquals(403, refused.status());
        assertEquals("AuthorizationFailed", refused.code());
        assertEquals(1, azure.asked().size());
    }

    @Test
    void aRefusalInAnotherFormIsStillARefusal() {
        azure.answers(404, "<html>");
        assertEquals(
                "Azure answered 404 (no code): no message",
                assertThrows(ArmException.class, () -> arm.get("/one")).getMessage());
    }

    @Test
    void anAnswerThatIsNotJsonIsAnError() {
        azure.answers(200, "<html>");
        assertEquals(
                "Azure's answer to /one is not JSON",
                assertThrows(IOException.class, () -> arm.get("/one?a=b")).getMessage());
    }

    @Test
    void anActionTellsWhereItsProgressIs() throws IOException {
        azure.answers(202, Map.of("Azure-AsyncOperation", "https://management.azure.com/op/1", "Retry-After", "15"), "");
        ResourceManager.Answer answer = arm.post("/vm/deallocate?api-version=2024-07-01");
        assertEquals(202, answer.status());
        assertEquals(Optional.of(URI.create("https://management.azure.com/op/1")), answer.operation());
        assertEquals(Optional.of(Duration.ofSeconds(15)), answer.retryAfter());
        assertEquals("POST", azure.asked().get(0).method());
    }

    @Test
    void anActionMayBeDoneAtOnce() throws IOException {
        azure.answers(200, "{\"done\":true}");
        ResourceManager.Answer answer = arm.post("/vm/start");
        JsonNode body = answer.body();
        assertEquals("{\"done\":true}", body.toString());
        assertEquals(Optional.empty(), answer.operation());
    }
}
