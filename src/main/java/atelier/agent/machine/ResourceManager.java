package atelier.agent.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Azure Resource Manager, asked with a token of one of the machine's identities.
 *
 * <p>429 is tried again after the time that the answer names, 5xx after growing delays:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
public final class ResourceManager {
    /** Where the public cloud has it. */
    public static final URI ADDRESS = URI.create("https://management.azure.com");

    /** The audience of its tokens. */
    public static final String AUDIENCE = "https://management.azure.com/";

    private static final int MOST_PAGES = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final Exchange exchange;
    private final TokenSource tokens;

    /** Where the bearer of each request comes from. */
    @FunctionalInterface
    public interface TokenSource {
        AccessToken token() throws IOException;
    }

    /**
     * What Azure answered to a request that changes something.
     *
     * @param status 200 or 204 when it is done, 202 when Azure goes on with it
     * @param body missing when there is none
     * @param operation where to ask how far it is; reading that takes a right on the subscription's operations
     * @param retryAfter when to ask
     */
    public record Answer(int status, JsonNode body, Optional<URI> operation, Optional<Duration> retryAfter) {}

    public ResourceManager(URI address, HttpClient http, TokenSource tokens, Patience patience, Pause pause) {
        this.address = address;
        this.tokens = tokens;
        this.exchange = new Exchange(http, patience, pause, status -> status == 429 || status >= 500);
    }

    /**
     * Reads one resource.
     *
     * @param path from the root, with its {@code api-version}; what is not allowed in a URI is already encoded
     * @throws ArmException if Azure refuses
     * @throws IOException if it cannot be reached
     */
    public JsonNode get(String path) throws IOException {
        return body(succeeded(exchange.send(request(inside(path)).GET())));
    }

    /** Reads a list, all pages of it: the elements of every page's {@code value}. */
    public List<JsonNode> list(String path) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        Optional<String> next = Optional.of(path);
        for (int page = 0; next.isPresent(); page++) {
            if (page == MOST_PAGES) {
                throw new IOException("Azure's list at " + path(path) + " has more than " + MOST_PAGES + " pages");
            }
            JsonNode answer = get(next.get());
            answer.path("value").forEach(elements::add);
            next = Optional.ofNullable(answer.path("nextLink").textValue()).filter(link -> !link.isBlank());
        }
        return elements;
    }

    /** Starts an action that takes no body, such as a machine's {@code deallocate}; does not wait until it is done. */
    public Answer post(String path) throws IOException {
        HttpResponse<String> answer = succeeded(exchange.send(request(inside(path)).POST(BodyPublishers.noBody())));
        Optional<String> operation = answer.headers().firstValue("Azure-AsyncOperation")
                .or(() -> answer.headers().firstValue("Location"));
        return new Answer(
                answer.statusCode(), body(answer), operation.map(URI::create), Exchange.retryAfter(answer));
    }

    private HttpRequest.Builder request(URI target) throws IOException {
        return HttpRequest.newBuilder(target)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.token().value());
    }

    // A next page is named by its whole address; the bearer goes to no other host.
    private URI inside(String path) throws IOException {
        URI target = address.resolve(path);
        if (!target.getScheme().equals(address.getScheme()) || !target.getAuthority().equalsIgnoreCase(address.getAuthority())) {
            throw new IOException("Azure named an address outside of " + address + ": " + target.getAuthority());
        }
        return target;
    }

    private static HttpResponse<String> succeeded(HttpResponse<String> answer) throws ArmException {
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        JsonNode error = parsed(answer.body()).path("error");
        throw new ArmException(
                answer.statusCode(),
                error.path("code").asText("(no code)"),
                error.path("message").asText("no message"));
    }

    private static JsonNode body(HttpResponse<String> answer) throws IOException {
        JsonNode body = parsed(answer.body());
        if (body.isMissingNode() && !answer.body().isBlank()) {
            throw new IOException("Azure's answer to " + answer.request().uri().getPath() + " is not JSON");
        }
        return body;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String path(String path) {
        return path.split("\\?", 2)[0];
    }
}
