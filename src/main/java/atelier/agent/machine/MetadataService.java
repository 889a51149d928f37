package atelier.agent.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The virtual machine's metadata service: tokens of the machine's identities, and its user data.
 *
 * <p>429, 410 and 5xx are passing and tried again with growing delays:
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling
 * Tokens are kept until five minutes before they end; when a new one cannot be had, an old one serves until it ends.
 */
public final class MetadataService {
    /** Where every machine in Azure finds it. */
    public static final URI ADDRESS = URI.create("http://169.254.169.254");

    private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
    private static final String TOKEN = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=%s&client_id=%s";
    private static final String USER_DATA = "/metadata/instance/compute/userData?api-version=2021-01-01&format=text";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Exchange exchange;
    private final Clock clock;
    private final Map<Key, Slot> tokens = new ConcurrentHashMap<>();

    private record Key(String audience, String clientId) {}

    public MetadataService(URI address, HttpClient http, Clock clock, Patience patience, Pause pause) {
        this.address = address;
        this.clock = clock;
        this.exchange = new Exchange(http, patience, pause,
                status -> status == 410 || status == 429 || status >= 500);
    }

    /**
     * A token that is valid for at least as long as one request takes.
     *
     * @param audience the resource, such as {@code https://management.azure.com/}
     * @param clientId one of the machine's identities
     * @throws MetadataException if the service refuses
     * @throws IOException if it cannot be reached
     */
    public AccessToken token(String audience, String clientId) throws IOException {
        return tokens.computeIfAbsent(new Key(audience, clientId), Slot::new).token();
    }

    /**
     * The machine's user data, decoded; absent when it has none.
     *
     * @throws MetadataException if the service refuses
     * @throws IOException if it cannot be reached
     */
    public Optional<String> userData() throws IOException {
        HttpResponse<String> answer = exchange.send(request(USER_DATA));
        if (answer.statusCode() == 404 || answer.statusCode() == 200 && answer.body().isBlank()) {
            return Optional.empty();
        }
        String encoded = succeeded(answer, "user data").strip();
        try {
            return Optional.of(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new MetadataException(answer.statusCode(), "the user data is not base64");
        }
    }

    /** One token of one identity; whoever asks while it is being fetched waits for the same answer. */
    private final class Slot {
        private final Key key;
        private Optional<AccessToken> held = Optional.empty();

        Slot(Key key) {
            this.key = key;
        }

        synchronized AccessToken token() throws IOException {
            Instant now = clock.instant();
            if (held.filter(token -> now.isBefore(token.expiresOn().minus(RENEW_BEFORE))).isPresent()) {
                return held.get();
            }
            try {
                held = Optional.of(fetch(key));
            } catch (IOException notNow) {
                if (held.filter(token -> now.isBefore(token.expiresOn())).isEmpty()) {
                    throw notNow;
                }
            }
            return held.get();
        }
    }

    private AccessToken fetch(Key key) throws IOException {
        String path = String.format(TOKEN, encoded(key.audience()), encoded(key.clientId()));
        HttpResponse<String> answer = exchange.send(request(path));
        String body = succeeded(answer, "a token for " + key.audience());
        try {
            JsonNode token = JSON.readTree(body);
            return new AccessToken(
                    token.required("access_token").textValue(),
                    Instant.ofEpochSecond(token.required("expires_on").asLong()),
                    key.audience(),
                    key.clientId());
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            // Without the cause, which quotes the answer.
            throw new MetadataException(answer.statusCode(), "the metadata service's answer is not a token");
        }
    }

    private static String succeeded(HttpResponse<String> answer, String wanted) throws MetadataException {
        if (answer.statusCode() == 200) {
            return answer.body();
        }
        throw new MetadataException(answer.statusCode(), "the metadata service refused " + wanted + " with "
                + answer.statusCode() + " " + reason(answer.body()));
    }

    private static String reason(String body) {
        try {
            JsonNode error = JSON.readTree(body);
            return error.path("error").asText() + ": " + error.path("error_description").asText();
        } catch (JsonProcessingException notFromTheService) {
            return "and no reason";
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Metadata", "true");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
