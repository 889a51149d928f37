package atelier.sandbox.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every name in the table is one that azure-native has. */
class FactTableTest {
    private static final Pattern STEP = Pattern.compile("<[^>]*>|\\[]|\\{}|[^.<\\[{]+");
    private final Schema schema = Schema.load();

    @Test
    void everyPathInTheTableLeadsToAnInput() {
        List<String> lost = new ArrayList<>();
        schema.facts().forEach((token, facts) -> {
            List<String> paths = new ArrayList<>(facts.id().parameters());
            List.of(facts.top(), facts.query(), facts.flatten(), facts.inner(), facts.idOnly(), facts.rename().keySet(),
                    facts.replaceOnChanges(), facts.unions().keySet(), facts.constraints().keySet()).forEach(paths::addAll);
            paths.stream().filter(path -> type(schema.resource(token).inputs(), path).isEmpty()).forEach(path -> lost.add(token
                    + " " + path));
        });
        assertEquals(List.of(), lost);
    }

    @Test
    void aPathThatLeadsNowhereIsNoticed() {
        ObjectType group = schema.resource("azure-native:network:NetworkSecurityGroup").inputs();
        assertTrue(type(group, "securityRules[].priority").isPresent());
        assertTrue(type(group, "securityRules[].priorty").isEmpty());
        assertTrue(type(group, "securityRules.priority").isEmpty());
    }

    @Test
    void whatIsFlattenedIsAnObjectWithoutPropertiesOfThatName() {
        schema.facts().forEach((token, facts) -> facts.flatten().forEach(path -> {
            Type type = type(schema.resource(token).inputs(), path).orElseThrow();
            assertTrue(type instanceof ObjectType object && object.property("properties").isEmpty(), token + " " + path);
        }));
    }

    @Test
    void whatATypeDoesNotMentionIsAbsent() {
        Facts group = schema.facts().get("azure-native:network:ApplicationSecurityGroup");
        assertEquals(Optional.empty(), group.nameConstraint());
        assertEquals(Map.of(), group.rename());
        assertEquals(List.of(), group.replaceOnChanges());
        assertEquals(false, group.singleton());
    }

    private static Optional<Type> type(Type root, String path) {
        Optional<Type> type = Optional.of(root);
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String step = steps.group();
            type = type.flatMap(now -> step(now, step));
        }
        return type;
    }

    private static Optional<Type> step(Type type, String step) {
        if (type instanceof ObjectType object) {
            return object.property(step).map(Property::type);
        }
        if (type instanceof Type.ListOf list) {
            return Optional.of(list.element()).filter(element -> step.equals("[]"));
        }
        if (type instanceof Type.MapOf map) {
            return Optional.of(map.element()).filter(element -> step.equals("{}"));
        }
        return type instanceof Type.Union union && step.startsWith("<")
                ? Optional.ofNullable(union.variants().get(step.substring(1, step.length() - 1))) : Optional.empty();
    }
}
