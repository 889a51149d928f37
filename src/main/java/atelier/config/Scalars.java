package atelier.config;

import java.util.Optional;

/** Whole numbers and booleans: a text that reads like one is not one, but is offered in the command that mends it. */
final class Scalars {
    private Scalars() {}

    /** A JSON number without fraction or exponent, between two bounds. */
    static Form<Integer> whole(int least, int most, int example) {
        return new Whole(least, most, example);
    }

    /** A JSON boolean. */
    static Form<Boolean> flag(boolean example) {
        return new Flag(example);
    }

    // A text goes first: the CLI keeps the quotes of a value that it replaces, even when told another type.
    private static void refuse(Place place, String allowed, String type, Command set) {
        if (place.node().isTextual()) {
            place.refuse(allowed + ", written as " + type + " (without quotes)", Command.remove(place.path()).then(set));
        } else {
            place.refuse(allowed, set);
        }
    }

    private record Whole(int least, int most, int example) implements Form<Integer> {
        @Override
        public Field<Integer> read(Place place) {
            if (place.node().isIntegralNumber() && within(place.node().asText()).isPresent()) {
                return Field.of(place.node().intValue());
            }
            int meant = within(place.secret() ? "" : place.node().asText()).orElse(example);
            refuse(place, allowed(), "a number", Command.setNumber(place.path(), meant));
            return Field.broken();
        }

        @Override
        public String allowed() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public Command example(KeyPath path) {
            return Command.setNumber(path, example);
        }

        private Optional<Integer> within(String digits) {
            return Optional.of(digits)
                    .filter(text -> text.matches("-?[0-9]{1,9}"))
                    .map(Integer::valueOf)
                    .filter(number -> number >= least && number <= most);
        }
    }

    private record Flag(boolean example) implements Form<Boolean> {
        @Override
        public Field<Boolean> read(Place place) {
            if (place.node().isBoolean()) {
                return Field.of(place.node().booleanValue());
            }
            boolean meant = place.node().asText().matches("true|false") && !place.secret()
                    ? Boolean.parseBoolean(place.node().asText())
                    : example;
            refuse(place, allowed(), "a boolean", Command.setFlag(place.path(), meant));
            return Field.broken();
        }

        @Override
        public String allowed() {
            return "true or false";
        }

        @Override
        public Command example(KeyPath path) {
            return Command.setFlag(path, example);
        }
    }
}
