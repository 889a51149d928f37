package atelier.testing.policypack;

import atelier.testing.Stacks;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** One fault in a stack's configuration, from {@code src/test/resources/policy-mutants/config.yaml}, whose head explains the rows. */
public record ConfigMutant(JsonNode row) {
    private static final Path ROWS = Path.of("src", "test", "resources", "policy-mutants", "config.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    /** All rows in their order. */
    public static List<ConfigMutant> all() {
        return StreamSupport.stream(read(ROWS).spliterator(), false).map(ConfigMutant::new).toList();
    }

    public String stack() {
        return row.path("stack").asText("dev");
    }

    /** As {@code pulumi config set --path} takes it. */
    public String path() {
        return row.path("path").asText();
    }

    /** As it is typed behind the path. */
    public String value() {
        return row.path("value").asText();
    }

    /** The place that the report names. */
    public String problem() {
        return row.path("problem").asText(path());
    }

    /** Whether the engine itself is to see it, too. */
    public boolean onTheEngine() {
        return row.path("engine").asBoolean();
    }

    /** The stack's whole file with the fault. */
    public String file() {
        JsonNode root = read(Stacks.file(stack()));
        new Edit(pointer(), row.path("value")).in(root.path("config"));
        return root.toString();
    }

    private JsonPointer pointer() {
        return JsonPointer.compile("/" + path().replaceAll("\\[(\\d+)]", ".$1").replace('.', '/'));
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
