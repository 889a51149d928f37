package atelier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a program registered, sorted by type and name, with questions to ask of it.
 *
 * <p>Types may be given whole ({@code azure-native:compute:Disk}) or by their end ({@code compute:Disk}, {@code Disk}).
 * The mocks cannot see parents, dependencies, {@code protect} and other resource options: those are judged on the real engine.
 */
public record Recorded(List<Registration> all) {

    public Recorded {
        all = all.stream()
                .sorted(Comparator.comparing(Registration::type).thenComparing(Registration::name))
                .toList();
    }

    public static Recorded of(Collection<Registration> registrations) {
        return new Recorded(List.copyOf(registrations));
    }

    /** The Azure resources, without the components that group them. */
    public Recorded resources() {
        return where(registration -> !registration.isComponent());
    }

    public Recorded components() {
        return where(Registration::isComponent);
    }

    public Recorded where(Predicate<Registration> predicate) {
        return new Recorded(all.stream().filter(predicate).toList());
    }

    public Recorded ofType(String type) {
        return where(registration -> registration.type().equals(type) || registration.type().endsWith(":" + type));
    }

    /**
     * The resource with this Pulumi name; fails unless there is exactly one (types may share a name: narrow with {@link
     * #ofType}).
     */
    public Registration named(String name) {
        return where(registration -> registration.name().equals(name)).single("resource named " + name);
    }

    /** The resource of this type; fails unless there is exactly one. */
    public Registration only(String type) {
        return ofType(type).single("resource of type " + type);
    }

    /** The resource with this ARM id, compared without regard to case as ARM does; fails unless there is exactly one. */
    public Registration withId(String id) {
        return where(registration -> registration.id().equalsIgnoreCase(id)).single("resource with id " + id);
    }

    public JsonNode inputsOf(String type, String name) {
        return ofType(type).named(name).inputs();
    }

    /** How many resources of each type there are, by whole token. */
    public SortedMap<String, Integer> countsByType() {
        return all.stream()
                .collect(Collectors.toMap(Registration::type, registration -> 1, Integer::sum, TreeMap::new));
    }

    public List<String> names() {
        return all.stream().map(Registration::name).toList();
    }

    public int size() {
        return all.size();
    }

    private Registration single(String what) {
        if (all.size() != 1) {
            throw new AssertionError("expected exactly one " + what + ", found " + all);
        }
        return all.get(0);
    }
}
