package atelier.catalog;

import atelier.model.VmSize;
import java.util.List;
import java.util.Optional;

/** The sizes that Atelier knows. */
public final class Catalog {
    private final List<Size> sizes;

    private Catalog(List<Size> sizes) {
        this.sizes = List.copyOf(sizes);
    }

    /** Reads the data files that come with the program. */
    public static Catalog load() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Every known size, sorted by name. */
    public List<Size> sizes() {
        return sizes;
    }

    public Optional<Size> find(VmSize size) {
        return sizes.stream().filter(known -> known.name().equals(size)).findFirst();
    }

    /** The facts of a size that preflight has accepted. */
    public Size get(VmSize size) {
        return find(size).orElseThrow(() -> new IllegalArgumentException(size + " is not in the catalog"));
    }
}
