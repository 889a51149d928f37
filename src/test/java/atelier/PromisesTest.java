package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every promise of Azure's compute instance has a row: the test that proves it and at which level, what it waits for, or a
 * dated decision why not. The rows: src/test/resources/promises.json.
 */
class PromisesTest {
    /** How many there are of each kind; S definition, T tools, R roles, H sharing, P files, M managing, X the rest. */
    private static final Map<String, Integer> KINDS = Map.of("S", 19, "T", 47, "R", 4, "H", 20, "P", 16, "M", 34, "X", 11);

    private static final Set<String> LEVELS = Set.of("pure", "mocks", "engine", "service", "azure");

    /**
     * What is infrastructure and therefore here: workspace, files, sizes, network, SSH, access, quota, clusters, schedules,
     * outputs.
     */
    private static final Set<String> INFRASTRUCTURE = Set.of(
            "S2", "S8", "S9", "S10", "S12", "S13", "S14", "S15", "S16", "S18", "S19", "R1", "R4", "H1", "H3", "H14", "H15", "H16",
            "H19", "H20", "P1", "P2", "P3", "P5", "P6", "P7", "P12", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11",
            "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M20", "M21", "M22", "M23", "M24", "M25", "M26", "M27", "M28",
            "M31", "M32", "M33", "M34");

    @Test
    void everyPromiseHasExactlyOneRow() throws IOException {
        List<String> expected = Stream.of("S", "T", "R", "H", "P", "M", "X")
                .flatMap(kind -> IntStream.rangeClosed(1, KINDS.get(kind)).mapToObj(number -> kind + number))
                .toList();
        List<String> actual = new ArrayList<>();
        rows().forEach(row -> actual.add(row.path("id").asText()));
        assertEquals(expected, actual);
        assertEquals(151, actual.size());
    }

    @Test
    void everyRowIsProvenOrWaitsOrIsDecided() throws IOException {
        assertEquals(List.of(), orphans(rows()));
    }

    @Test
    void whatIsInfrastructureDoesNotWait() throws IOException {
        TreeSet<String> waiting = new TreeSet<>();
        for (JsonNode row : rows()) {
            if (INFRASTRUCTURE.contains(row.path("id").asText()) && !row.has("test")) {
                waiting.add(row.path("id").asText());
            }
        }
        assertEquals(Set.of(), waiting);
    }

    @Test
    void anOrphanIsFound() throws IOException {
        JsonNode rows = new ObjectMapper().readTree("""
                [{"id": "S1", "title": "t", "delivered": "d"},
                 {"id": "S2", "title": "t", "delivered": "d", "test": "atelier.PromisesTest#noSuchTest", "level": "pure"},
                 {"id": "S3", "title": "t", "delivered": "d", "test": "atelier.NoSuchTest#it", "level": "pure"},
                 {"id": "S4", "title": "t", "delivered": "d", "test": "atelier.PromisesTest#anOrphanIsFound", "level": "hope"},
                 {"id": "S5", "title": "t", "delivered": "d", "decision": "because"},
                 {"id": "S6", "title": "", "delivered": "d", "waitsFor": "images"},
                 {"id": "S7", "title": "t", "delivered": "d", "waitsFor": "images", "decision": "2026-11-24: both"},
                 {"id": "S8", "title": "t", "delivered": "d", "test": "atelier.PromisesTest#rows", "level": "pure"},
                 {"id": "S9", "title": "t", "delivered": "d", "test": "atelier.PromisesTest#anOrphanIsFound", "level": "pure"}]
                """);
        assertEquals(List.of("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"), orphans(rows));
    }

    private static List<String> orphans(JsonNode rows) {
        List<String> orphans = new ArrayList<>();
        for (JsonNode row : rows) {
            boolean told = !row.path("title").asText().isBlank() && !row.path("delivered").asText().isBlank();
            long fates = Stream.of("test", "waitsFor", "decision").filter(row::has).count();
            if (!told || fates != 1 || !settled(row)) {
                orphans.add(row.path("id").asText());
            }
        }
        return orphans;
    }

    private static boolean settled(JsonNode row) {
        if (row.has("test")) {
            return LEVELS.contains(row.path("level").asText()) && exists(row.get("test").asText());
        }
        return row.has("decision")
                ? row.get("decision").asText().matches("20\\d\\d-\\d\\d-\\d\\d: .+")
                : !row.get("waitsFor").asText().isBlank();
    }

    /** Whether there is a method of that name that JUnit or jqwik runs. */
    private static boolean exists(String test) {
        String[] parts = test.split("#");
        try {
            return Arrays.stream(Class.forName(parts[0]).getDeclaredMethods())
                    .filter(method -> method.getName().equals(parts[1]))
                    .flatMap(method -> Arrays.stream(method.getAnnotations()))
                    .anyMatch(annotation -> Set.of("Test", "ParameterizedTest", "TestFactory", "Property", "Example")
                            .contains(annotation.annotationType().getSimpleName()));
        } catch (ClassNotFoundException | NoClassDefFoundError missing) {
            return false;
        }
    }

    private static JsonNode rows() throws IOException {
        return new ObjectMapper().readTree(Path.of("src", "test", "resources", "promises.json").toFile());
    }
}
