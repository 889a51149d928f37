package atelier.agent.authorize;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks oauth2-proxy whose session a cookie is. Nothing of the browser's request reaches it but the cookie, so no other header
 * can be mistaken for a proof (GHSA-5hvv-m4w4-gf6v, GHSA-7x63-xv5r-3p2x).
 */
final class SignIn implements Door.Sessions {
    /** Headers of oauth2-proxy's answer; its configuration maps the claims oid, tid and preferred_username to them. */
    static final String OBJECT_ID = "X-Auth-Request-Email";
    static final String TENANT_ID = "X-Auth-Request-Groups";
    static final String USER_NAME = "X-Auth-Request-Preferred-Username";

    private static final String PATH = "/oauth2/auth";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String GUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private final URI address;
    private final HttpClient http;

    SignIn(URI address, HttpClient http) {
        this.address = address.resolve(PATH);
        this.http = http;
    }

    @Override
    public Optional<Session> session(String cookie) throws IOException {
        HttpResponse<Void> answer = ask(cookie);
        return switch (answer.statusCode()) {
            case 200, 202, 204 -> Optional.of(new Session(
                    guid(answer, OBJECT_ID),
                    guid(answer, TENANT_ID),
                    single(answer, USER_NAME).orElse("(no name)"),
                    answer.headers().allValues("Set-Cookie")));
            case 401, 403 -> Optional.empty();
            default -> throw new IOException("oauth2-proxy answered " + answer.statusCode());
        };
    }

    private HttpResponse<Void> ask(String cookie) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(TIMEOUT)
                    .header("Cookie", cookie)
                    // What nginx ends is TLS; without this a cookie with Secure would not be accepted or renewed.
                    .header("X-Forwarded-Proto", "https")
                    .build();
            return http.send(request, BodyHandlers.discarding());
        } catch (IllegalArgumentException notAHeader) {
            throw new IOException("the browser's cookie cannot be passed on");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while asking oauth2-proxy", stopped);
        }
    }

    private static String guid(HttpResponse<?> answer, String header) throws IOException {
        return single(answer, header)
                .filter(value -> value.matches(GUID))
                .map(value -> value.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IOException("oauth2-proxy's answer has no GUID in " + header));
    }

    private static Optional<String> single(HttpResponse<?> answer, String header) {
        List<String> values = answer.headers().allValues(header);
        return values.size() == 1 && !values.get(0).isBlank() ? Optional.of(values.get(0)) : Optional.empty();
    }
}
