package atelier.testing.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The engine's event log: one JSON object a line. */
record EventLog(List<JsonNode> events) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty if the command ended before the engine started. */
    static EventLog read(Path file) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                events.add(JSON.readTree(line));
            }
        }
        return new EventLog(events);
    }

    List<Step> steps() {
        return events.stream().filter(event -> event.has("resourcePreEvent"))
                .map(event -> step(event.at("/resourcePreEvent/metadata"))).toList();
    }

    /** The engine's own summary at the end; empty if it did not get there. */
    Map<String, Integer> results() {
        Map<String, Integer> results = new TreeMap<>();
        events.stream().map(event -> event.at("/summaryEvent/resourceChanges")).forEach(changes ->
                changes.fields().forEachRemaining(entry -> results.put(entry.getKey(), entry.getValue().asInt())));
        return results;
    }

    List<String> messages() {
        return events.stream().map(event -> event.path("diagnosticEvent"))
                .filter(diagnostic -> !diagnostic.isMissingNode() && !diagnostic.path("severity").asText().equals("debug"))
                .map(diagnostic -> diagnostic.path("message").asText().strip()).toList();
    }

    List<Violation> violations() {
        return events.stream().map(event -> event.path("policyEvent")).filter(event -> !event.isMissingNode())
                .map(EventLog::violation).toList();
    }

    private static Violation violation(JsonNode event) {
        String urn = event.path("resourceUrn").asText();
        return new Violation(event.path("policyPackName").asText(), event.path("policyName").asText(),
                event.path("enforcementLevel").asText(), urn.substring(urn.lastIndexOf("::") + 2), event.path("message").asText());
    }

    private static Step step(JsonNode metadata) {
        String urn = metadata.path("urn").asText();
        return new Step(metadata.path("op").asText(), urn, metadata.path("type").asText(),
                urn.substring(urn.lastIndexOf("::") + 2), changes(metadata));
    }

    private static SortedSet<String> changes(JsonNode metadata) {
        SortedSet<String> paths = new TreeSet<>();
        metadata.path("detailedDiff").fieldNames().forEachRemaining(paths::add);
        if (paths.isEmpty()) {
            metadata.path("diffs").forEach(path -> paths.add(path.asText()));
        }
        return paths;
    }
}
