package atelier.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of images/environments: what was asked for (NAME.in), what is installed (NAME.lock), what pip said (NAME.report.json). */
record PythonEnvironment(String name) {
    static final Path DIRECTORY = Path.of("images", "environments");

    private static final Pattern PIN = Pattern.compile("([a-z0-9][a-z0-9._-]*)(\\[[a-z,-]+])?==([^\\s;\\\\]+)");

    /** A package's version and the hashes of the files that may be installed. */
    record Locked(String version, Set<String> hashes) {}

    static List<PythonEnvironment> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".in") && !file.equals("common.in"))
                    .map(file -> new PythonEnvironment(file.substring(0, file.length() - 3)))
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of NAME.in and of what it includes, without comments. */
    List<String> asked() {
        return asked(DIRECTORY.resolve(name + ".in")).toList();
    }

    /** By package, what NAME.in pins. */
    SortedMap<String, String> pins() {
        SortedMap<String, String> pins = new TreeMap<>();
        for (String line : asked()) {
            Matcher pin = PIN.matcher(line);
            if (pin.matches()) {
                pins.put(pin.group(1), pin.group(3));
            }
        }
        return pins;
    }

    SortedMap<String, Locked> lock() {
        SortedMap<String, Locked> lock = new TreeMap<>();
        Locked current = new Locked("", Set.of());
        for (String line : lines(DIRECTORY.resolve(name + ".lock"))) {
            Matcher pin = PIN.matcher(line);
            if (pin.lookingAt()) {
                current = new Locked(pin.group(3), new TreeSet<>());
                lock.put(pin.group(1), current);
            } else if (line.strip().startsWith("--hash=sha256:")) {
                current.hashes().add(line.strip().substring("--hash=sha256:".length()).split(" ")[0]);
            }
        }
        return lock;
    }

    /** By package, version, wheel and sha256, as pip resolved them for the image. */
    SortedMap<String, JsonNode> resolved() {
        SortedMap<String, JsonNode> resolved = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : report(DIRECTORY).path("packages").properties()) {
            resolved.put(entry.getKey(), entry.getValue());
        }
        return resolved;
    }

    JsonNode report(Path directory) {
        try {
            return new ObjectMapper().readTree(directory.resolve(name + ".report.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Path> files() {
        return Stream.of(".in", ".lock", ".report.json").map(ending -> DIRECTORY.resolve(name + ending)).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<String> asked(Path file) {
        return lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> line.startsWith("-r ") ? asked(DIRECTORY.resolve(line.substring(3))) : Stream.of(line));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
