package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Readme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rehearsal switches off is told where people read it. */
class StandInsTest {
    @Test
    void theReadmeHasEveryEntryOfTheListAndNoOther() {
        List<String> listed = new ArrayList<>();
        ProvisioningScripts.json("stand-ins.json").fields().forEachRemaining(entry -> listed.add("| `%s` | %s | %s |".formatted(
                entry.getKey(), entry.getValue().path("reason").asText(), entry.getValue().path("standIn").asText())));
        String text = Readme.read().text();
        String section = text.substring(text.indexOf("## A workstation on this computer"), text.indexOf("## Configuration"));
        assertEquals(listed, section.lines().filter(line -> line.startsWith("| `")).toList());
    }

    @Test
    void everyEntrySaysWhyAndWhatInstead() {
        ProvisioningScripts.json("stand-ins.json").fields().forEachRemaining(entry -> {
            List<String> keys = new ArrayList<>();
            entry.getValue().fieldNames().forEachRemaining(keys::add);
            assertEquals(List.of("reason", "standIn"), keys, entry.getKey());
            entry.getValue().forEach(text -> assertTrue(text.asText().matches("\\S.{5,}"), entry.getKey()));
        });
    }
}
