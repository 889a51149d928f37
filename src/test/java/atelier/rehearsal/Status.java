package atelier.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.UncheckedIOException;

/** What the watch tells people who are signed in. */
final class Status {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Status() {}

    /** As a script of this page gets it now. */
    static JsonNode seenIn(Page page) {
        String text = (String) page.evaluate("() => fetch('/atelier/status').then(answer => answer.text())");
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(text, broken);
        }
    }
}
