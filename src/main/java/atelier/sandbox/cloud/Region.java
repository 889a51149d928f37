package atelier.sandbox.cloud;

import java.util.Locale;
import java.util.Set;

/**
 * One Azure region of the simulated world.
 *
 * @param name in ARM's form, such as {@code westeurope}
 * @param sizes the VM sizes that it offers
 */
record Region(String name, Set<String> sizes) {
    Region {
        sizes = Set.copyOf(sizes);
    }

    /** "West Europe" and "westeurope" are the same region to ARM. */
    static String normal(String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    boolean offers(String size) {
        return sizes.stream().anyMatch(size::equalsIgnoreCase);
    }
}
