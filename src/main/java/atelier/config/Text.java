package atelier.config;

import atelier.model.Invalid;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that a parser accepts or refuses.
 *
 * @param allowed what the parser accepts
 * @param examples accepted texts, each a different value; at least one
 * @param parser throws {@link Invalid} for a text that it refuses
 */
record Text<T>(String allowed, List<String> examples, Function<String, T> parser) implements Form<T> {

    /** A text that becomes a value of the model, which says itself what it allows when it refuses the empty text. */
    static <T> Text<T> of(Function<String, T> parser, String... examples) {
        try {
            throw new IllegalArgumentException("accepts the empty text: " + parser.apply(""));
        } catch (Invalid refused) {
            return new Text<>(refused.allowed(), List.of(examples), parser);
        }
    }

    /** A text that matches a pattern and stays as it is. */
    static Text<String> matching(String pattern, int longest, String allowed, String... examples) {
        return new Text<>(allowed, List.of(examples), text -> {
            if (text.length() > longest || !text.matches(pattern)) {
                throw new Invalid(text, allowed);
            }
            return text;
        });
    }

    /** One of a few values by its word; the first is the first example. */
    static <T> Text<T> choice(List<T> values, Function<T, String> word) {
        List<String> words = values.stream().map(word).toList();
        String allowed = (words.size() > 2 ? "one of " : "") + String.join(words.size() > 2 ? ", " : " or ", words);
        return new Text<>(allowed, words, text -> {
            int index = words.indexOf(text);
            if (index < 0) {
                throw new Invalid(text, allowed);
            }
            return values.get(index);
        });
    }

    @Override
    public Field<T> read(Place place) {
        if (!place.node().isTextual()) {
            String text = meant(place).orElse(examples.get(0));
            place.refuse(allowed + ", written as a text (in quotes)", Command.setText(place.path(), text));
            return Field.broken();
        }
        try {
            return Field.of(parser.apply(place.node().textValue()));
        } catch (Invalid refused) {
            place.refuse(refused.allowed(), example(place.path()));
            return Field.broken();
        }
    }

    @Override
    public Command example(KeyPath path) {
        return Command.setText(path, examples.get(0));
    }

    /** The value of a node that would be accepted. */
    Optional<T> accepted(JsonNode node) {
        return node.isTextual() ? accepted(node.textValue()) : Optional.empty();
    }

    private Optional<T> accepted(String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (Invalid refused) {
            return Optional.empty();
        }
    }

    /** The number or boolean as a text, if that is accepted. */
    private Optional<String> meant(Place place) {
        boolean scalar = place.node().isNumber() || place.node().isBoolean();
        return Optional.of(place.node().asText()).filter(text -> scalar && !place.secret() && accepted(text).isPresent());
    }
}
