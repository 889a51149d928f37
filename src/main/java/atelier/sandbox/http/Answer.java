package atelier.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is sent back; a header may have several values. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    public static Answer json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    public static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** ARM's shape of a refusal. */
    static Answer error(int status, String code, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", code).put("message", message);
        return json(status, body);
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        List<String> values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value);
        more.put(name, values);
        return new Answer(status, more, body);
    }
}
