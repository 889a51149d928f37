package atelier.testing.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mandatory row is judged or left out for a reason, and every judgement finds the mistakes it is there for. */
class PolicyRowsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "policy");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

    @Test
    void everyMandatoryRowIsJudgedOrLeftOutForAReason() {
        TreeSet<String> judged = new TreeSet<>();
        for (JsonNode row : read("rows.json")) {
            boolean mandatory = row.get("level").asText().equals("mandatory");
            if (mandatory && !row.has("leftOut")) {
                judged.add(row.get("id").asText());
            }
        }
        assertEquals(judged, PolicyRows.rows());
        assertEquals(70, read("rows.json").size());
        assertEquals(50, judged.size());
    }

    @Test
    void everyRowHoldsOnASoundStackAndHasSomethingToJudgeThere() {
        Recorded sound = Recorded.of(sound().values());
        assertEquals(List.of(), PolicyRows.violations(sound));
        List<String> idle = PolicyRows.all().stream()
                .filter(check -> check.subjects(sound).size() == 0)
                .map(Check::row)
                .toList();
        assertEquals(List.of("VMS-06", "VMS-08"), idle, "rows about extensions, of which a sound stack has none");
    }

    @Test
    void everyJudgementHasAControl() {
        TreeSet<String> controlled = new TreeSet<>();
        controls().forEach(control -> controlled.add(control.get("row").asText()));
        assertEquals(PolicyRows.rows(), controlled);
        for (Check check : PolicyRows.all()) {
            boolean caught = controls().anyMatch(control -> !check.violations(spoilt(control)).isEmpty());
            assertTrue(caught, check.row() + " " + check.rule() + ": no control makes it fail");
        }
    }

    @ParameterizedTest
    @MethodSource("controls")
    void findsTheMistake(JsonNode control) {
        List<String> violations = PolicyRows.violations(spoilt(control));
        assertFalse(violations.stream().filter(line -> line.startsWith(control.get("row").asText())).toList().isEmpty(),
                () -> control + " was not found, only " + violations);
    }

    static Stream<JsonNode> controls() {
        return StreamSupport.stream(read("controls.yaml").spliterator(), false);
    }

    private static Map<String, Registration> sound() {
        Map<String, Registration> resources = new LinkedHashMap<>();
        for (JsonNode entry : read("sound.yaml")) {
            String name = entry.get("name").asText();
            resources.put(name, new Registration(
                    "azure-native:" + entry.get("type").asText(), name, entry.get("inputs").deepCopy(), entry.get("id")
                            .asText()));
        }
        return resources;
    }

    private static Recorded spoilt(JsonNode control) {
        Map<String, Registration> resources = sound();
        if (control.has("add")) {
            resources.put("added",
                    new Registration("azure-native:" + control.get("add").asText(), "added", control.get("value"), "/added"));
            return Recorded.of(resources.values());
        }
        change(resources, control.get("in").asText(), control.get("path").asText(), control.get("value"));
        control.path("and").fields().forEachRemaining(
                also -> change(resources, control.get("in").asText(), also.getKey(), also.getValue()));
        return Recorded.of(new ArrayList<>(resources.values()));
    }

    /** A path that starts with {@code /../name} means another resource; that alone and no value removes it. */
    private static void change(Map<String, Registration> resources, String name, String path, JsonNode value) {
        if (path.startsWith("/../")) {
            String[] parts = path.substring(4).split("/", 2);
            if (parts.length == 1) {
                resources.remove(parts[0]);
            } else {
                change(resources, parts[0], "/" + parts[1], value);
            }
            return;
        }
        int last = path.lastIndexOf('/');
        JsonNode holder = resources.get(name).inputs().at(path.substring(0, last));
        if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(path.substring(last + 1)), value);
        } else if (value.isNull()) {
            ((ObjectNode) holder).remove(path.substring(last + 1));
        } else {
            ((ObjectNode) holder).set(path.substring(last + 1), value);
        }
    }

    private static JsonNode read(String file) {
        return READ.computeIfAbsent(file, PolicyRowsTest::parse);
    }

    private static JsonNode parse(String file) {
        try {
            return YAML.readTree(FOLDER.resolve(file).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
