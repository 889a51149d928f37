package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a service of the test's own on loopback: the answers are those that Azure documents. */
final class MetadataServiceTest {
    private static final String AUDIENCE = "https://management.azure.com/";
    private static final String CLIENT = "a0000000-0000-4000-8000-000000000001";

    private final StubService azure = new StubService();
    private final SetClock clock = new SetClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final MetadataService service = service(Patience.LONG);

    @AfterEach
    void stop() {
        azure.close();
    }

    @Test
    void asksForATokenAsAzureDocumentsIt() throws IOException {
        azure.answers(200, token("one", 3600));
        AccessToken token = service.token(AUDIENCE, CLIENT);
        assertEquals(new AccessToken("one", clock.instant().plusSeconds(3600), AUDIENCE, CLIENT), token);
        StubService.Asked asked = azure.asked().get(0);
        assertEquals(
                "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F"
                        + "&client_id=a0000000-0000-4000-8000-000000000001",
                asked.uri());
        assertEquals(Optional.of("true"), asked.header("Metadata"));
    }

    @Test
    void keepsATokenUntilFiveMinutesBeforeItsEnd() throws IOException {
        azure.answers(200, token("one", 3600)).answers(200, token("two", 7200));
        service.token(AUDIENCE, CLIENT);
        clock.advance(Duration.ofSeconds(3299));
        assertEquals("one", service.token(AUDIENCE, CLIENT).value());
        clock.advance(Duration.ofSeconds(1));
        assertEquals("two", service.token(AUDIENCE, CLIENT).value());
        assertEquals(2, azure.asked().size());
    }

    @Test
    void keepsTokensOfIdentitiesAndAudiencesApart() throws IOException {
        azure.answers(200, token("one", 3600)).answers(200, token("two", 3600)).answers(200, token("three", 3600));
        assertEquals("one", service.token(AUDIENCE, CLIENT).value());
        assertEquals("two", service.token("https://storage.azure.com/", CLIENT).value());
        assertEquals("three", service.token(AUDIENCE, Documents.NOTEBOOK).value());
        assertEquals("one", service.token(AUDIENCE, CLIENT).value());
    }

    @Test
    void anOldTokenServesUntilItsEndWhenThereIsNoNewOne() throws IOException {
        azure.answers(200, token("one", 3600)).answers(500, "");
        service.token(AUDIENCE, CLIENT);
        clock.advance(Duration.ofSeconds(3599));
        assertEquals("one", service.token(AUDIENCE, CLIENT).value());
        clock.advance(Duration.ofSeconds(1));
        assertThrows(MetadataException.class, () -> service.token(AUDIENCE, CLIENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {410, 429, 500, 503})
    void aPassingFailureIsTriedAgainWithGrowingPauses(int status) throws IOException {
        azure.answers(status, "").answers(status, "").answers(200, token("one", 3600));
        assertEquals("one", service.token(AUDIENCE, CLIENT).value());
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4)), pauses);
    }

    @Test
    void waitsAsLongAsItIsToldButNotLongerThanAMinute() throws IOException {
        azure.answers(429, Map.of("Retry-After", "7"), "")
                .answers(429, Map.of("Retry-After", "4000"), "")
                .answers(200, token("one", 3600));
        service.token(AUDIENCE, CLIENT);
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(60)), pauses);
    }

    @Test
    void aPassingFailureThatLastsIsAFailure() {
        azure.answers(429, "{\"error\":\"too_many_requests\",\"error_description\":\"slow down\"}");
        var failed = assertThrows(MetadataException.class, () -> service.token(AUDIENCE, CLIENT));
        assertEquals(429, failed.status());
        assertEquals(5, azure.asked().size());
    }

    @Test
    void aRefusalIsNotTriedAgainAndKeepsAzuresWords() {
        azure.answers(400, "{\"error\":\"invalid_request\",\"error_description\":\"Identity not found\"}");
        var refused = assertThrows(MetadataException.class, () -> service.token(AUDIENCE, CLIENT));
        assertEquals(
                "the metadata service refused a token for https://management.azure.com/ with 400 "
                        + "invalid_request: Identity not found",
                refused.getMessage());
        assertEquals(1, azure.asked().size());
    }

    @Test
    void noTextOrErrorShowsAToken() throws IOException {
        azure.answers(200, token("s3cret", 3600))
                .answers(200, "{\"access_token\":\"s3cret\"")
                .answers(200, "{\"access_token\":\"s3cret\"}");
        assertFalse(service.token(AUDIENCE, CLIENT).toString().contains("s3cret"));
        clock.advance(Duration.ofHours(2));
        for (int attempt = 0; attempt < 2; attempt++) {
            var malformed = assertThrows(MetadataException.class, () -> service.token("https://other/", CLIENT));
            assertEquals("the metadata service's answer is not a token", malformed.getMessage());
            assertEquals(null, malformed.getCause());
        }
    }

    @Test
    void userDataIsDecoded() throws IOException {
        azure.answers(200, Base64.getEncoder().encodeToString(Documents.personalText().getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.of(Documents.personalText()), service.userData());
        assertEquals(
                List.of("/metadata/instance/compute/userData?api-version=2021-01-01&format=text"), azure.askedUris());
    }

    @Test
    void aMachineMayHaveNoUserData() throws IOException {
        azure.answers(200, "").answers(404, "");
        assertEquals(Optional.empty(), service.userData());
        assertEquals(Optional.empty(), service.userData());
    }

    @Test
    void userDataThatIsNotBase64IsAnError() {
        azure.answers(200, "{}");
        assertEquals(
                "the user data is not base64", assertThrows(MetadataException.class, service::userData).getMessage());
    }

    @Test
    void aServiceThatIsNotThereIsTriedAgainToo() {
        URI closed = azure.address();
        azure.close();
        MetadataService absent =
                new MetadataService(closed, HttpClients.local(), clock, Patience.SHORT, pauses::add);
        var unreachable = assertThrows(IOException.class, () -> absent.token(AUDIENCE, CLIENT));
        assertEquals(closed.getAuthority() + " cannot be reached: java.net.ConnectException", unreachable.getMessage());
        assertEquals(Patience.SHORT.delays(), pauses);
    }

    private MetadataService service(Patience patience) {
        return new MetadataService(azure.address(), HttpClients.local(), clock, patience, pauses::add);
    }

    private String token(String value, int seconds) {
        return "{\"access_token\":\"" + value + "\",\"expires_on\":\"" + clock.instant().plusSeconds(seconds).getEpochSecond()
                + "\",\"token_type\":\"Bearer\"}";
    }
}
