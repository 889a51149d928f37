package atelier.config;

import atelier.model.Problem;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An object with known keys.
 *
 * @param allowed names its keys
 * @param reader asks for each key and builds the value
 */
record Section<T>(String allowed, Function<Fields, Field<T>> reader) implements Form<T> {

    @Override
    public Field<T> read(Place place) {
        if (!place.node().isObject()) {
            place.refuseShape(allowed, example(place.rebuilt()));
            return Field.broken();
        }
        return reader.apply(new Fields(place));
    }

    /** Sets what an empty object would lack. */
    @Override
    public Command example(KeyPath path) {
        List<Problem> lacking = new ArrayList<>();
        reader.apply(new Fields(new Place(path, JsonNodeFactory.instance.objectNode(), Set.of(), lacking)));
        return Command.sequence(lacking.stream().map(Problem::command).map(Command::new).toList());
    }
}
