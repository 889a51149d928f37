package atelier.config;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cores by quota family. Azure compares the names of families without regard to case; which ones it has is preflight's to
 * say.
 */
final class CoreCounts implements Form<SortedMap<String, Integer>> {
    static final int MOST_CORES = 1_000_000;

    private static final String EXAMPLE_FAMILY = "standardDSv5Family";
    private static final Form<Integer> CORES = Scalars.whole(0, MOST_CORES, 32);

    @Override
    public Field<SortedMap<String, Integer>> read(Place place) {
        if (!place.node().isObject()) {
            place.refuseShape(allowed(), example(place.rebuilt()));
            return Field.broken();
        }
        int before = place.problems().size();
        SortedMap<String, Integer> cores = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (Iterator<String> names = place.node().fieldNames(); names.hasNext(); ) {
            String family = names.next();
            Place child = place.child(family);
            CORES.read(child).value().ifPresent(count -> cores.put(family, count));
            if (!seen.add(family.toLowerCase(Locale.ROOT))) {
                child.refuse("each family once, upper and lower case being the same", Command.remove(child.path()));
            }
        }
        return place.problems().size() == before ? Field.of(cores) : Field.broken();
    }

    @Override
    public String allowed() {
        return "an object from quota family, as Azure spells it, to a whole number of cores";
    }

    @Override
    public Command example(KeyPath path) {
        return CORES.example(path.child(EXAMPLE_FAMILY));
    }
}
