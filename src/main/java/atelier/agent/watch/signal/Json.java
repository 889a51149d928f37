package atelier.agent.watch.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** What applications answer, read with an error that names the application. */
final class Json {
    private Json() {}

    static List<JsonNode> list(String application, JsonNode answer) throws IOException {
        if (!answer.isArray()) {
            throw new IOException(application + " did not answer with a list");
        }
        List<JsonNode> elements = new ArrayList<>();
        answer.forEach(elements::add);
        return elements;
    }

    /** A time as Jupyter writes it, in UTC. */
    static Instant time(String application, JsonNode object, String key) throws IOException {
        try {
            return Instant.parse(object.path(key).asText());
        } catch (DateTimeParseException malformed) {
            throw new IOException(application + " did not say a time in " + key, malformed);
        }
    }
}
