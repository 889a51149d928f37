package atelier.config;

import atelier.model.ResourceName;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what makes two elements of a list the same, and how the later one is mended. Malformed elements are not compared. */
interface Distinct {

    /** Reports the element at an index if an earlier one is the same. */
    void check(Place list, int index);

    /** Texts that mean the same; an example that is not in the list yet replaces the later one. */
    record Values<T>(Text<T> element, Comparator<T> order) implements Distinct {
        @Override
        public void check(Place list, int index) {
            Place place = list.at(index);
            boolean repeated = element.accepted(place.node()).stream()
                    .anyMatch(value -> among(list, value, index));
            if (repeated) {
                place.refuse("each entry once", fresh(list, place));
            }
        }

        private Command fresh(Place list, Place repeated) {
            return element.examples().stream()
                    .filter(example -> !among(list, element.parser().apply(example), list.node().size()))
                    .findFirst()
                    .map(example -> Command.setText(repeated.path(), example))
                    .orElse(Command.remove(repeated.path()));
        }

        private boolean among(Place list, T value, int end) {
            return elements(list, end)
                    .flatMap(node -> element.accepted(node).stream())
                    .anyMatch(other -> order.compare(other, value) == 0);
        }
    }

    /** Objects with the same {@code name}; a number is added to the later one. */
    record Names(Text<?> name) implements Distinct {
        private static final int LONGEST_STEM = ResourceName.LONGEST - "-999".length();

        @Override
        public void check(Place list, int index) {
            Place place = list.at(index).child("name");
            if (name.accepted(place.node()).isPresent() && names(list, index).contains(place.node().textValue())) {
                place.refuse("a name that no other entry has", Command.setText(place.path(), fresh(list, place)));
            }
        }

        private String fresh(Place list, Place repeated) {
            String old = repeated.secret() ? name.examples().get(0) : repeated.node().textValue();
            String stem = old.substring(0, Math.min(old.length(), LONGEST_STEM)).replaceAll("-$", "");
            Set<String> taken = names(list, list.node().size());
            return IntStream.iterate(2, number -> number + 1)
                    .mapToObj(number -> stem + "-" + number)
                    .filter(candidate -> !taken.contains(candidate))
                    .findFirst()
                    .orElseThrow();
        }

        private static Set<String> names(Place list, int end) {
            return elements(list, end).map(node -> node.path("name").asText()).collect(Collectors.toSet());
        }
    }

    private static Stream<JsonNode> elements(Place list, int end) {
        return IntStream.range(0, end).mapToObj(list.node()::get);
    }
}
