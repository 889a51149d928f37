package atelier.config;

import atelier.model.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One way to get the worked example wrong, from {@code mistakes.yaml}. */
record Mistake(JsonNode row) {

    static Stream<Mistake> all() {
        try (InputStream file = Mistake.class.getResourceAsStream("/config/mistakes.yaml")) {
            return StreamSupport.stream(new YAMLMapper().readTree(file).spliterator(), false).map(Mistake::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rule that it breaks. */
    String rule() {
        return row.get("rule").textValue();
    }

    /** The worked example with this mistake. */
    Configuration made() {
        return makeIn(Configuration.dev());
    }

    Configuration makeIn(Configuration configuration) {
        row.path("remove").forEach(path -> configuration.remove(path.textValue()));
        row.path("set").fields().forEachRemaining(edit -> configuration.set(edit.getKey(), edit.getValue()));
        return configuration;
    }

    /** The only problem that is reported. */
    Problem problem() {
        String command = StreamSupport.stream(row.get("mend").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.joining(" && "));
        return new Problem(
                row.get("path").textValue(), row.get("value").textValue(), row.get("allowed").textValue(), command);
    }

    @Override
    public String toString() {
        return rule();
    }
}
