package atelier.sandbox.azurenative;

import atelier.sandbox.schema.FactPath;
import atelier.sandbox.schema.Facts;
import atelier.sandbox.schema.Limits;
import atelier.sandbox.schema.ObjectType;
import atelier.sandbox.schema.Property;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Type;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Compares inputs with their types and collects everything that is wrong. */
final class InputCheck {
    private final ResourceType type;
    private final Facts facts;
    private final List<String> problems = new ArrayList<>();

    private InputCheck(ResourceType type) {
        this.type = type;
        this.facts = type.facts();
    }

    /** All problems, in the order of the properties' names; unknown values are not judged. */
    static List<String> problems(ResourceType type, ObjectNode inputs) {
        InputCheck check = new InputCheck(type);
        check.object(Place.ROOT, type.inputs(), inputs);
        check.location(inputs);
        return check.problems;
    }

    /** Where a value is: as users see it ({@code a.b[0]}) and as the table writes it ({@code a.b[]}). */
    private record Place(String shown, String fact) {
        static final Place ROOT = new Place("", "");

        Place member(String name) {
            return new Place(FactPath.member(shown, name), FactPath.member(fact, name));
        }

        Place item(int index) {
            return new Place(shown + "[" + index + "]", FactPath.items(fact));
        }

        Place entry(String key) {
            return new Place(FactPath.member(shown, key), FactPath.values(fact));
        }

        Place variant(String variant) {
            return new Place(shown, FactPath.variant(fact, variant));
        }
    }

    private void object(Place place, ObjectType shape, ObjectNode object) {
        for (Property property : shape.properties().values()) {
            JsonNode value = object.path(property.name());
            Place member = place.member(property.name());
            if (!value.isMissingNode() && !value.isNull()) {
                value(member, property.type(), value);
            } else if (property.required()) {
                problems.add("missing required property '" + member.shown() + "'");
            }
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!name.startsWith("__") && shape.property(name).isEmpty()) {
                problems.add("unknown property '" + place.member(name).shown() + "'; allowed here: "
                        + String.join(", ", shape.properties().keySet()));
            }
        });
    }

    private void value(Place place, Type shape, JsonNode value) {
        if (Sentinel.isUnknown(value) || Sentinel.isSpecial(value)) {
            return;
        }
        if (shape instanceof Type.Scalar scalar) {
            scalar(place, scalar, value);
        } else if (shape instanceof Type.Choice choice) {
            choice(place, choice, value);
        } else if (shape instanceof Type.ListOf list) {
            list(place, list, value);
        } else if (shape instanceof Type.MapOf map) {
            map(place, map, value);
        } else if (shape instanceof ObjectType nested) {
            asObject(place, value).ifPresent(object -> object(place, nested, object));
        } else if (shape instanceof Type.Union union) {
            asObject(place, value).ifPresent(object -> union(place, union, object));
        } else if (shape instanceof Type.Either either) {
            either(place, either, value);
        }
        limits(place).ifPresent(limits -> limits(place, limits, value));
    }

    private Optional<Limits> limits(Place place) {
        return place.fact().equals(facts.nameParameter()) ? facts.nameConstraint()
                : Optional.ofNullable(facts.constraints().get(place.fact()));
    }

    private void limits(Place place, Limits limits, JsonNode value) {
        problems.addAll(limits.problems(place.shown(), value));
        if (!limits.members().isEmpty()) {
            choice(place, new Type.Choice(limits.members()), value);
        }
    }

    private void scalar(Place place, Type.Scalar scalar, JsonNode value) {
        boolean fits = switch (scalar) {
            case STRING -> value.isTextual();
            case BOOLEAN -> value.isBoolean();
            case INTEGER -> value.isIntegralNumber();
            case NUMBER -> value.isNumber();
        };
        if (!fits) {
            mistyped(place, scalar.word(), value);
        }
    }

    private void choice(Place place, Type.Choice choice, JsonNode value) {
        if (!value.isTextual()) {
            mistyped(place, "string", value);
        } else if (!choice.members().contains(value.textValue())) {
            problems.add("'" + place.shown() + "' is '" + value.textValue() + "'; allowed: "
                    + String.join(", ", choice.members()));
        }
    }

    private void list(Place place, Type.ListOf list, JsonNode value) {
        if (!value.isArray()) {
            mistyped(place, "array", value);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            value(place.item(i), list.element(), value.get(i));
        }
    }

    private void map(Place place, Type.MapOf map, JsonNode value) {
        asObject(place, value).ifPresent(object -> object.fields().forEachRemaining(entry ->
                value(place.entry(entry.getKey()), map.element(), entry.getValue())));
    }

    private void union(Place place, Type.Union union, ObjectNode object) {
        JsonNode told = object.path(union.discriminator());
        if (Sentinel.isUnknown(told)) {
            return;
        }
        Place discriminator = place.member(union.discriminator());
        ObjectType variant = union.variants().get(told.asText());
        if (variant != null) {
            object(place.variant(told.textValue()), variant, object);
        } else if (told.isMissingNode()) {
            problems.add("missing required property '" + discriminator.shown() + "'");
        } else {
            choice(discriminator, new Type.Choice(List.copyOf(new TreeSet<>(union.variants().keySet()))), told);
        }
    }

    private void either(Place place, Type.Either either, JsonNode value) {
        List<String> found = new ArrayList<>();
        for (Type option : List.of(either.first(), either.second())) {
            InputCheck attempt = new InputCheck(type);
            attempt.value(place, option, value);
            if (attempt.problems.isEmpty()) {
                return;
            }
            found.addAll(attempt.problems);
        }
        problems.add(String.join("; or ", found));
    }

    private Optional<ObjectNode> asObject(Place place, JsonNode value) {
        if (value instanceof ObjectNode object) {
            return Optional.of(object);
        }
        mistyped(place, "object", value);
        return Optional.empty();
    }

    private void mistyped(Place place, String expected, JsonNode value) {
        problems.add("'" + place.shown() + "' should be of type '" + expected + "' but got " + described(value));
    }

    private static String described(JsonNode value) {
        switch (value.getNodeType()) {
            case STRING:
                return "a string";
            case BOOLEAN:
                return "a boolean";
            case NUMBER:
                return "a number";
            case ARRAY:
                return "an array";
            default:
                return "an object";
        }
    }

    private void location(ObjectNode inputs) {
        if (facts.autoLocation() && facts.id().topLevel() && !inputs.hasNonNull("location")) {
            problems.add("missing required property 'location'. Either set it explicitly or configure it with "
                    + "'pulumi config set azure-native:location <value>'.");
        }
    }
}
