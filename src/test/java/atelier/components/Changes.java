package atelier.components;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What differs between two recordings, so that a test can say that nothing else does. */
final class Changes {
    private Changes() {}

    /** As {@code Type name: property}, with {@code +} for a new resource and {@code -} for one that is gone. */
    static SortedSet<String> between(Recorded before, Recorded after) {
        SortedMap<String, Registration> old = byName(before);
        SortedMap<String, Registration> young = byName(after);
        SortedSet<String> changes = new TreeSet<>();
        old.keySet().stream().filter(name -> !young.containsKey(name)).forEach(name -> changes.add("- " + name));
        young.forEach((name, registration) -> {
            if (old.containsKey(name)) {
                differences(name + ":", old.get(name).inputs(), registration.inputs(), changes);
            } else {
                changes.add("+ " + name);
            }
        });
        return changes;
    }

    private static SortedMap<String, Registration> byName(Recorded recorded) {
        SortedMap<String, Registration> named = new TreeMap<>();
        recorded.resources().all().forEach(it -> named.put(it.shortType() + " " + it.name(), it));
        return named;
    }

    private static void differences(String path, JsonNode before, JsonNode after, SortedSet<String> changes) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isObject() || !after.isObject()) {
            changes.add(path);
            return;
        }
        SortedSet<String> keys = new TreeSet<>();
        before.fieldNames().forEachRemaining(keys::add);
        after.fieldNames().forEachRemaining(keys::add);
        String separator = path.endsWith(":") ? " " : ".";
        keys.forEach(key -> differences(path + separator + key, before.path(key), after.path(key), changes));
    }
}
