package atelier.testing.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a web server sent back.
 *
 * @param head status line and headers, as they came
 * @param body everything behind it until the connection was closed; empty after a change of protocol
 */
public record Reply(int status, String head, String body) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3}) ");

    /** Takes what came apart. */
    static Reply of(String text) {
        Matcher status = STATUS.matcher(text);
        int end = text.indexOf("\r\n\r\n");
        if (!status.lookingAt() || end < 0) {
            throw new AssertionError("no HTTP: " + text);
        }
        return new Reply(Integer.parseInt(status.group(1)), text.substring(0, end), text.substring(end + "\r\n\r\n".length()));
    }

    /** Every value of a header, in the order in which they came. */
    public List<String> headers(String name) {
        return Pattern.compile("^" + name + ": *(.*?)\r?$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE).matcher(head).results()
                .map(match -> match.group(1)).toList();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Where it sends a browser; empty if it does not. */
    public String location() {
        return header("Location").orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            throw new UncheckedIOException(head + "\n" + body, noJson);
        }
    }
}
