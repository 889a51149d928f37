package atelier.sandbox.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** An object with named properties, which are looked up on first use because types refer to each other in circles. */
public final class ObjectType implements Type {
    private final String name;
    private final Supplier<SortedMap<String, Property>> source;
    private volatile SortedMap<String, Property> properties;

    ObjectType(String name, Supplier<SortedMap<String, Property>> source) {
        this.name = name;
        this.source = source;
    }

    /** The name of the Java class, without its package. */
    public String name() {
        return name;
    }

    /** The properties, sorted by name. */
    public SortedMap<String, Property> properties() {
        SortedMap<String, Property> known = properties;
        if (known == null) {
            known = Collections.unmodifiableSortedMap(source.get());
            properties = known;
        }
        return known;
    }

    public Optional<Property> property(String property) {
        return Optional.ofNullable(properties().get(property));
    }

    /** The same object, some of whose properties have other types. */
    ObjectType with(Map<String, ? extends Type> types) {
        return new ObjectType(name, () -> {
            SortedMap<String, Property> changed = new TreeMap<>(properties());
            types.forEach((property, type) ->
                    changed.computeIfPresent(property, (key, old) -> new Property(key, type, old.required())));
            return changed;
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
