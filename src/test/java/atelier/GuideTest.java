package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.MarkdownFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guides say of a workstation is so, as far as the image's files say it; GuideRehearsal runs their commands. */
class GuideTest {
    private static final MarkdownFile WORKSTATION = MarkdownFile.guide("workstation.md");
    private static final MarkdownFile SECURITY = MarkdownFile.guide("security.md");
    private static final MarkdownFile SIGN_IN = MarkdownFile.guide("sign-in.md");

    private static final Path IMAGE = Path.of("images", "files");
    private static final Path UNITS = IMAGE.resolve("usr/lib/systemd/system");
    private static final Path COMMANDS = IMAGE.resolve("usr/bin");
    private static final Path AUDIENCES = Path.of("src", "main", "resources", "atelier", "agent", "tokens", "audiences.json");
    private static final Path ACCOUNTS = Path.of("images", "scripts", "configure-accounts.sh");
    private static final Pattern OURS = Pattern.compile("atelier-[a-z-]+@?");

    @Test
    void codeGetsTokensForTheseServicesAndNoOther() throws IOException {
        var allowed = new TreeSet<String>();
        for (JsonNode entry : new ObjectMapper().readTree(AUDIENCES.toFile())) {
            allowed.add(entry.path("audience").asText());
        }
        String table = WORKSTATION.section("## Tokens for your code");
        assertEquals(allowed, matches("https://[a-z.]+", table));
    }

    @Test
    void theseUnitsRunAsRootAndNoOther() throws IOException {
        assertEquals(unitsOfRoot(), matches(OURS.pattern(), SECURITY.section("## What runs as root")));
    }

    @Test
    void everyUnitCommandAndAccountThatIsNamedExists() throws IOException {
        String accounts = Files.readString(ACCOUNTS);
        Set<String> unknown = Stream.of(WORKSTATION, SECURITY, SIGN_IN)
                .flatMap(guide -> guide.inlineCode().stream())
                .filter(code -> OURS.matcher(code).matches())
                .filter(name -> !Files.exists(UNITS.resolve(name + ".service")))
                .filter(name -> !Files.exists(COMMANDS.resolve(name)))
                .filter(name -> !accounts.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void itSaysWhatEditingTogetherCannotDo() throws IOException {
        String section = WORKSTATION.section("## Share a notebook");
        assertTrue(section.contains("**What editing together cannot do.** JupyterLab does not merge edits"), section);
        String server = Files.readString(Path.of("images", "environments", "jupyter.in"));
        assertFalse(server.contains("collaboration"), "this server merges edits: the guide must say so");
        assertTrue(server.contains("nbdime=="), "the guide recommends it");
    }

    @Test
    void itSaysThatTheShareIsSlowWithManySmallFilesAndWhereTheyBelong() throws IOException {
        String section = WORKSTATION.section("## Files");
        assertTrue(section.contains("**The share is slow with many small files**"), section);
        List<String> places = Files.readAllLines(IMAGE.resolve("usr/lib/environment.d/60-atelier-scratch.conf")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertEquals(6, places.size());
        places.forEach(place -> assertTrue(place.matches("[A-Za-z_]+=/scratch/.+"), place));
    }

    private static Set<String> unitsOfRoot() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("atelier.*\\.service"))
                    .filter(name -> !unit(name).matches("(?ms).*^User=.*"))
                    .map(name -> name.replace(".service", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String unit(String name) {
        try {
            return Files.readString(UNITS.resolve(name));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile("`(" + pattern + ")`").matcher(text).results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
