package atelier.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys of one object: each is asked for once, in the order of the contract; whatever is left over is unknown. */
final class Fields {
    private final Place place;
    private final int problemsBefore;
    private final List<String> known = new ArrayList<>();

    Fields(Place place) {
        this.place = place;
        this.problemsBefore = place.problems().size();
    }

    /** A key that must be there. */
    <T> Field<T> required(String key, Form<T> form) {
        return required(key, form, form.allowed());
    }

    /** A key that must be there for a reason that the text of what is allowed gives. */
    <T> Field<T> required(String key, Form<T> form, String allowedWhenMissing) {
        Place child = known(key);
        if (child.node().isMissingNode()) {
            child.refuse(allowedWhenMissing, form.example(child.path()));
            return Field.broken();
        }
        return form.read(child);
    }

    /** A key that may be left out. */
    <T> Field<Optional<T>> optional(String key, Form<T> form) {
        Place child = known(key);
        if (child.node().isMissingNode()) {
            return Field.of(Optional.empty());
        }
        return new Field<>(form.read(child).value().map(Optional::of));
    }

    /** A key with a default. */
    <T> Field<T> optional(String key, Form<T> form, T ifMissing) {
        Place child = known(key);
        return child.node().isMissingNode() ? Field.of(ifMissing) : form.read(child);
    }

    /** A key that another key rules out. */
    void forbidden(String key, String reason) {
        Place child = known(key);
        if (!child.node().isMissingNode()) {
            child.refuse(reason, Command.remove(child.path()));
        }
    }

    boolean has(String key) {
        return place.node().has(key);
    }

    /** The place of a key whose value breaks a rule together with another. */
    Place place(String key) {
        return place.child(key);
    }

    /** Reports the unknown keys; builds the value if nothing in this object was reported. */
    <T> Field<T> build(Supplier<T> value) {
        place.node().fieldNames().forEachRemaining(this::reportUnknown);
        return place.problems().size() == problemsBefore ? Field.of(value.get()) : Field.broken();
    }

    private Place known(String key) {
        known.add(key);
        return place.child(key);
    }

    private void reportUnknown(String key) {
        if (!known.contains(key)) {
            Place unknown = place.child(key);
            String allowed = known.size() == 1 ? "the key " : "one of the keys ";
            unknown.refuse(allowed + String.join(", ", known), Command.remove(unknown.path()));
        }
    }
}
