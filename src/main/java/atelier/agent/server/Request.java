package atelier.agent.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One request as it came, nothing decoded.
 *
 * @param path the raw path: it still has its percent signs and dots
 * @param query the raw query; empty when there is none
 * @param headers values by name; names in lower case
 * @param clientPort the port on loopback that it came from
 */
public record Request(
        String method, String path, String query, Map<String, List<String>> headers, String body, int clientPort) {

    public Request {
        headers = headers.entrySet().stream().collect(Collectors.toMap(
                entry -> entry.getKey().toLowerCase(Locale.ROOT),
                entry -> List.copyOf(entry.getValue()),
                (first, second) -> first,
                TreeMap::new));
    }

    /** Every value of a header, in the order in which they came. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The value of a header that came exactly once. */
    public Optional<String> header(String name) {
        List<String> values = headers(name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
