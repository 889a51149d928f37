package atelier.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param host of the Host header, without a port
 * @param path decoded
 * @param query decoded, the first value of each name
 */
public record Request(
        String method, String host, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    public Request {
        query = caseless(query);
        headers = caseless(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> caseless(Map<String, String> map) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(map);
        return copy;
    }
}
