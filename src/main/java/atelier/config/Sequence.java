package atelier.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A list whose elements differ.
 *
 * @param least fewest elements
 * @param most most elements
 * @param distinct reports an element that repeats an earlier one
 */
record Sequence<T>(String allowed, Form<T> element, int least, int most, Distinct distinct) implements Form<List<T>> {

    /** At least one text, each with another meaning. */
    static <T> Sequence<T> ofTexts(String allowed, Text<T> element, int most, Comparator<T> order) {
        return new Sequence<>(allowed, element, 1, most, new Distinct.Values<>(element, order));
    }

    /** Any number of objects, each with another {@code name}. */
    static <T> Sequence<T> ofNamed(String allowed, Form<T> element, Text<?> name) {
        return new Sequence<>(allowed, element, 0, Integer.MAX_VALUE, new Distinct.Names(name));
    }

    @Override
    public Field<List<T>> read(Place place) {
        if (!place.node().isArray()) {
            place.refuseShape(allowed, example(place.rebuilt()));
            return Field.broken();
        }
        int before = place.problems().size();
        checkLength(place, place.node());
        List<Field<T>> elements = new ArrayList<>();
        for (int index = 0; index < place.node().size(); index++) {
            elements.add(element.read(place.at(index)));
            distinct.check(place, index);
        }
        return place.problems().size() == before ? Field.of(elements.stream().map(Field::get).toList()) : Field.broken();
    }

    @Override
    public Command example(KeyPath path) {
        return element.example(path.at(0));
    }

    private void checkLength(Place place, JsonNode list) {
        if (list.size() < least) {
            place.refuse(allowed, example(place.path()));
        }
        if (list.size() > most) {
            Place extra = place.at(most);
            List<Command> removals = Collections.nCopies(list.size() - most, Command.remove(extra.path()));
            extra.refuse(allowed, Command.sequence(removals));
        }
    }
}
