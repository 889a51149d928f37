package atelier.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads resource-types.json; what a type does not mention is absent or empty. */
final class FactTable {
    private FactTable() {}

    static SortedMap<String, Facts> read() {
        try (InputStream table = FactTable.class.getResourceAsStream("/atelier/sandbox/resource-types.json")) {
            return new TreeMap<>(map(new JsonMapper().readTree(table).path("types"), FactTable::facts));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the table of resource types cannot be read", unreadable);
        }
    }

    private static Facts facts(JsonNode type) {
        return new Facts(type.path("apiVersion").textValue(), type.path("armType").textValue(),
                new IdTemplate(type.path("id").textValue()), text(type.path("responseId")).map(IdTemplate::new),
                Facts.AutoName.valueOf(type.path("autoName").textValue().toUpperCase(Locale.ROOT)),
                type.path("autoLocation").booleanValue(), type.path("singleton").booleanValue(),
                Optional.of(type.path("nameConstraint")).filter(JsonNode::isObject).map(FactTable::limits),
                Set.copyOf(texts(type.path("top"))), Set.copyOf(texts(type.path("query"))),
                Set.copyOf(texts(type.path("flatten"))), Set.copyOf(texts(type.path("inner"))),
                Set.copyOf(texts(type.path("idOnly"))),
                map(type.path("rename"), JsonNode::textValue), texts(type.path("unmanagedWhenUnset")),
                Optional.of(type.path("resetBody")).filter(JsonNode::isObject).map(ObjectNode.class::cast),
                texts(type.path("replaceOnChanges")), map(type.path("unions"), FactTable::variants),
                map(type.path("constraints"), FactTable::limits));
    }

    private static Facts.Variants variants(JsonNode union) {
        return new Facts.Variants(union.path("discriminator").textValue(), map(union.path("variants"), JsonNode::textValue));
    }

    private static Limits limits(JsonNode limits) {
        return new Limits(text(limits.path("pattern")), number(limits.path("minLength")).map(JsonNode::intValue),
                number(limits.path("maxLength")).map(JsonNode::intValue), number(limits.path("min")).map(JsonNode::decimalValue),
                number(limits.path("max")).map(JsonNode::decimalValue), texts(limits.path("enum")));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static Optional<JsonNode> number(JsonNode node) {
        return Optional.of(node).filter(JsonNode::isNumber);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static <T> Map<String, T> map(JsonNode object, Function<JsonNode, T> value) {
        Map<String, T> map = new TreeMap<>();
        object.fields().forEachRemaining(field -> map.put(field.getKey(), value.apply(field.getValue())));
        return map;
    }
}
