package atelier.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code images/versions.json}, with questions to ask of it. */
record Manifest(JsonNode root) {
    private static final Path FILE = Path.of("images", "versions.json");

    static Manifest read() {
        try {
            return new Manifest(new ObjectMapper().readTree(FILE.toFile()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every component by its name. */
    SortedMap<String, JsonNode> components() {
        SortedMap<String, JsonNode> components = new TreeMap<>();
        root.path("components").fields().forEachRemaining(entry -> components.put(entry.getKey(), entry.getValue()));
        return components;
    }

    /** A clock that stands at the day on which the versions were last looked through. */
    Clock clock() {
        LocalDate day = LocalDate.parse(root.path("asOf").asText());
        return Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** The components that are held back beyond their day of review. */
    List<String> overdue(Clock clock) {
        List<String> overdue = new ArrayList<>();
        components().forEach((name, component) -> {
            if (component.has("pin") && reviewAt(component).isBefore(LocalDate.now(clock))) {
                overdue.add(name);
            }
        });
        return overdue;
    }

    /** The rows of promises.json that its components keep. */
    Set<String> promises() {
        Set<String> promises = new TreeSet<>();
        components().values().forEach(component -> component.path("promises").forEach(id -> promises.add(id.asText())));
        return promises;
    }

    static LocalDate reviewAt(JsonNode component) {
        return LocalDate.parse(component.path("pin").path("reviewAt").asText());
    }
}
