package atelier.agent.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Pure: the list itself, so that a longer one is a decision. */
final class AudiencesTest {

    @Test
    void theListIsThis() {
        assertEquals(
                "https://containerregistry.azure.net, https://management.azure.com, https://management.core.windows.net, "
                        + "https://ml.azure.com, https://storage.azure.com",
                Audiences.load().toString());
    }

    @Test
    void everyEntrySaysWhy() throws IOException {
        JsonNode entries = new ObjectMapper().readTree(Audiences.class.getResource("audiences.json"));
        entries.forEach(entry -> assertTrue(entry.required("why").textValue().length() > 20, entry::toString));
        assertEquals(5, entries.size());
    }
}
