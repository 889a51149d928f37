package atelier.images;

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

/** The scripts that make the image, as text, and what they refer to. */
final class ProvisioningScripts {
    static final Path IMAGES = Path.of("images");

    private static final Path SCRIPTS = IMAGES.resolve("scripts");

    private ProvisioningScripts() {}

    /** The scripts that are run, not those that others source. */
    static List<Path> all() {
        return scripts("(install|configure)-.+\\.sh");
    }

    /** Those that others source. */
    static List<Path> sourced() {
        return scripts("(?!install-|configure-).+\\.sh");
    }

    static String name(Path script) {
        return script.getFileName().toString().replaceAll("^(install|configure)-|\\.sh$", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What follows {@code function} in a script, where it is written out and not a variable. */
    static Set<String> arguments(Path script, String function) {
        return Pattern.compile("(?<![\\w-])" + function + " ([a-z][a-z0-9-]*)")
                .matcher(text(script).lines().filter(line -> !line.strip().startsWith("#")).collect(Collectors.joining("\n")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(IMAGES.resolve(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> scripts(String pattern) {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
