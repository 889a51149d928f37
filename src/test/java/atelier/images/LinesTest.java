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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which scripts make which line. */
class LinesTest {
    private static final Path IMAGES = Path.of("images");
    private static final Pattern SOURCED = Pattern.compile("(?m)^source .*/([a-z-]+\\.sh)\"$");

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

    /** Python packages come with their environment: ManifestTest. Names of one line's own end in the line. */
    @ParameterizedTest
    @EnumSource(ImageLine.class)
    void everyComponentOfALineIsInstalledByOneOfItsScripts(ImageLine line) throws IOException {
        String text = textOfScripts(line.id());
        Set<String> forgotten = new TreeSet<>();
        Manifest.read().components().forEach((name, component) -> {
            boolean ofLine = component.path("lines").toString().contains('"' + line.id() + '"');
            boolean byScript = !Set.of("pypi", "marketplace").contains(component.at("/source/kind").asText());
            String word = name.replaceAll("-" + line.id() + "$", "");
            if (ofLine && byScript && !Pattern.compile("(?<![\\w/-])" + word + "(?![\\w-])").matcher(text).find()) {
                forgotten.add(name);
            }
        });
        assertEquals(Set.of(), forgotten);
    }

    private static String textOfScripts(String line) throws IOException {
        JsonNode entry = lines().path(line);
        StringBuilder text = new StringBuilder();
        if (entry.has("extends")) {
            text.append(textOfScripts(entry.path("extends").asText()));
        }
        for (JsonNode script : entry.path("scripts")) {
            text.append(textWithHelpers(script.asText()));
        }
        return text.toString();
    }

    /** A script and the other scripts that it reads, without the helpers that all have. */
    private static String textWithHelpers(String script) throws IOException {
        String text = Files.readString(IMAGES.resolve("scripts").resolve(script));
        StringBuilder all = new StringBuilder(text);
        for (var source : SOURCED.matcher(text).results().toList()) {
            if (!source.group(1).equals("lib.sh")) {
                all.append(textWithHelpers(source.group(1)));
            }
        }
        return all.toString();
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
