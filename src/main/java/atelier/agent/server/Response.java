package atelier.agent.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers values by name
 * @param body empty when there is none
 */
public record Response(int status, Map<String, List<String>> headers, String body) {
    public Response {
        headers = Map.copyOf(headers);
    }

    /** An answer without a body. */
    public static Response of(int status) {
        return new Response(status, Map.of(), "");
    }

    /** An answer with a text of a media type such as {@code application/json}. */
    public static Response of(int status, String mediaType, String body) {
        return new Response(status, Map.of("Content-Type", List.of(mediaType + "; charset=utf-8")), body);
    }

    /** The same with one more value of a header. */
    public Response with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, List.copyOf(values));
        return new Response(status, more, body);
    }
}
