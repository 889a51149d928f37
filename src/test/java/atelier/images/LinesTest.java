package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.ImageLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which scripts make which line. */
class LinesTest {
    private static final Path IMAGES = Path.of("images");

    @Test
    void thereIsOneEntryForEveryLineOfTheProgram() throws IOException {
        List<String> lines = new ArrayList<>();
        lines().fieldNames().forEachRemaining(lines::add);
        assertEquals(Arrays.stream(ImageLine.values()).map(ImageLine::id).toList(), lines);
    }

    /** So nothing is built in a circle, and tests/run finds the tests of every ancestor. */
    @Test
    void everyLineExtendsTheFirst() throws IOException {
        JsonNode lines = lines();
        assertEquals("", lines.path("cpu").path("extends").asText());
        assertEquals("cpu", lines.path("cuda").path("extends").asText());
        assertEquals("cpu", lines.path("grid").path("extends").asText());
    }

    @Test
    void everyScriptBelongsToALineAndRunsOnceInIt() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (JsonNode line : lines()) {
            List<String> scripts = new ArrayList<>();
            line.path("scripts").forEach(script -> scripts.add(script.asText()));
            assertEquals(scripts.size(), Set.copyOf(scripts).size(), scripts::toString);
            listed.addAll(scripts);
        }
        assertEquals(scripts(), listed);
    }

    private static Set<String> scripts() throws IOException {
        Set<String> found = new TreeSet<>();
        try (var files = Files.newDirectoryStream(IMAGES.resolve("scripts"), "{install,configure}-*.sh")) {
            files.forEach(file -> found.add(file.getFileName().toString()));
        }
        return found;
    }

    private static JsonNode lines() throws IOException {
        return new ObjectMapper().readTree(IMAGES.resolve("lines.json").toFile());
    }
}
