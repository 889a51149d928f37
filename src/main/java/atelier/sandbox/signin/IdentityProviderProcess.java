package atelier.sandbox.signin;

import atelier.sandbox.http.Answer;
import atelier.sandbox.http.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The identity provider as a process of its own: requests reach it as if it listened at Entra's own address. */
public final class IdentityProviderProcess implements IdentityProvider {
    /** The JDK's client sends another Host header only if the process says so before its first request. */
    public static final String HOST_MAY_BE_SET = "jdk.httpclient.allowRestrictedHeaders";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param address where the process listens, such as {@code http://127.0.0.1:18090} */
    public IdentityProviderProcess(URI address) {
        this.address = address;
    }

    /** Answers 502 if the identity provider does not answer. */
    @Override
    public Answer forward(Request request, String path, byte[] body) {
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(address.resolve(path))
                .timeout(TIMEOUT)
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Host", request.host())
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Port", "443");
        Stream.of("Content-Type", "Accept", "Cookie")
                .forEach(name -> request.header(name).ifPresent(value -> forwarded.header(name, value)));
        try {
            return answer(client.send(forwarded.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException unreachable) {
            return Answer.text(502, "The identity provider at " + address + " does not answer: start it with "
                    + "sandbox/toolchain/identity-provider/start.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the identity provider was asked", stopped);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = response.headers().map();
        Answer answer = new Answer(response.statusCode(), Map.of(), response.body());
        for (String name : List.of("content-type", "location", "set-cookie", "cache-control")) {
            for (String value : headers.getOrDefault(name, List.of())) {
                answer = answer.with(name, value);
            }
        }
        return answer;
    }
}
