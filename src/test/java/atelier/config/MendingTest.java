package atelier.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever stands in the file, following the report ends with a valid configuration. */
class MendingTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST_STEPS = 100;

    /** One value of the file replaced by something else. */
    record Damage(String path, JsonNode value) {}

    @Provide
    Arbitrary<Damage> damages() {
        return Combinators.combine(Arbitraries.of(places()), values()).as(Damage::new);
    }

    @Property(tries = 200)
    void reportLeadsToAValidConfiguration(@ForAll @Size(max = 4) List<@From("damages") Damage> damages) {
        Configuration configuration = Configuration.dev();
        damages.forEach(damage -> inflict(configuration, damage));
        int steps = 0;
        for (List<Problem> problems = problems(configuration); !problems.isEmpty(); problems = problems(configuration)) {
            assertTrue(steps++ < MOST_STEPS, () -> configuration.handedOver() + "\n" + Report.of(problems(configuration)));
            configuration.run(problems.get(0).command());
        }
        assertFalse(configuration.read().team().contacts().isEmpty());
    }

    private static List<Problem> problems(Configuration configuration) {
        try {
            configuration.read();
            return List.of();
        } catch (InvalidConfig invalid) {
            assertFalse(invalid.problems().isEmpty());
            return invalid.problems();
        }
    }

    /** Damage inside a value that an earlier damage replaced has nowhere to go. */
    private static void inflict(Configuration configuration, Damage damage) {
        if (!configuration.at(damage.path()).isMissingNode()) {
            configuration.set(damage.path(), damage.value());
        }
    }

    private static List<String> places() {
        Configuration dev = Configuration.dev();
        return dev.handedOver().keySet().stream().flatMap(key -> places(key, dev.at(key))).toList();
    }

    private static Stream<String> places(String path, JsonNode node) {
        Stream<String> below = node.isArray()
                ? Stream.iterate(0, index -> index < node.size(), index -> index + 1)
                        .flatMap(index -> places(path + "[" + index + "]", node.get(index)))
                : Stream.of(node).flatMap(object -> Stream.generate(object.fieldNames()::next).limit(object.size()))
                        .flatMap(key -> places(path + (key.contains(" ") ? "[\"" + key + "\"]" : "." + key), node.get(key)));
        return Stream.concat(Stream.of(path), below);
    }

    private static Arbitrary<JsonNode> values() {
        Arbitrary<JsonNode> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(50).map(JSON::textNode),
                Arbitraries.of("true", "256", "none", "never", "public", "private", "ada", "[]", "{}", "08:00")
                        .map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        Arbitrary<JsonNode> lists = scalars.list().ofMaxSize(3).map(list -> JSON.arrayNode().addAll(list));
        Arbitrary<String> keys = Arbitraries.of("name", "size", "a.b", "it's", "\"q\"", "version", "x");
        Arbitrary<JsonNode> maps = Arbitraries.maps(keys, scalars)
                .ofMaxSize(3)
                .map(map -> JSON.objectNode().setAll(map));
        return Arbitraries.oneOf(scalars, lists, maps);
    }
}
