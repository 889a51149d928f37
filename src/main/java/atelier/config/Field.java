package atelier.config;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What was read at a place: a value, or nothing because a problem was reported there.
 *
 * @param value absent after a problem
 */
record Field<T>(Optional<T> value) implements Supplier<T> {

    static <T> Field<T> of(T value) {
        return new Field<>(Optional.of(value));
    }

    /** A problem was reported. */
    static <T> Field<T> broken() {
        return new Field<>(Optional.empty());
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException after a problem; {@link Fields#build} does not let it come to that
     */
    @Override
    public T get() {
        return value.orElseThrow();
    }
}
