package atelier.catalog;

import atelier.model.ImageLine;
import atelier.model.VmSize;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What Atelier knows about Azure's sizes and prices. */
public final class Catalog {
    private final List<Size> sizes;
    private final List<Unavailable> unavailable;
    private final FactFiles.BuildMachines buildMachines;
    private final FactFiles.MonthlyPrices monthlyPrices;
    private final SortedSet<String> families;

    private Catalog(
            List<Size> sizes,
            List<Unavailable> unavailable,
            FactFiles.BuildMachines buildMachines,
            FactFiles.MonthlyPrices monthlyPrices) {
        this.sizes = sizes;
        this.unavailable = unavailable;
        this.buildMachines = buildMachines;
        this.monthlyPrices = monthlyPrices;
        this.families = families(sizes);
    }

    /** Reads the data files that come with the program. */
    public static Catalog load() {
        return new Catalog(FactFiles.sizes(), FactFiles.unavailable(), FactFiles.buildMachines(), FactFiles.monthlyPrices());
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

    /** Retired and impossible sizes, sorted by name; none of them is among {@link #sizes()}. */
    public List<Unavailable> unavailable() {
        return unavailable;
    }

    /** Why a size cannot be had, if that is known. */
    public Optional<Unavailable> whyUnavailable(VmSize size) {
        return unavailable.stream().filter(known -> known.name().equals(size)).findFirst();
    }

    /** Every quota family, spelled as Azure spells it and sorted without regard to case. */
    public SortedSet<String> families() {
        return families;
    }

    /** The machine on which Packer builds the images of a line. */
    public BuildMachine packerMachine(ImageLine line) {
        return buildMachines.packer().get(line);
    }

    /** The single node of the cluster that builds the workspace's environments ({@code imageBuildCompute}). */
    public BuildMachine workspaceBuildMachine() {
        return buildMachines.workspace();
    }

    /** Every Premium SSD tier, the smallest first. */
    public List<DiskTier> diskTiers() {
        return monthlyPrices.disks();
    }

    /**
     * The tier that a Premium SSD disk is billed as.
     *
     * @param sizeGiB 1 to 32767
     */
    public DiskTier diskTier(int sizeGiB) {
        return diskTiers().stream()
                .filter(tier -> sizeGiB <= tier.sizeGiB())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(sizeGiB + " GiB is larger than every Premium SSD disk"));
    }

    /** The dated monthly list price of one; absent when unknown. */
    public Optional<Price> monthlyPrice(Service service) {
        return Optional.ofNullable(monthlyPrices.services().get(service));
    }

    private static SortedSet<String> families(List<Size> sizes) {
        SortedSet<String> families = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sizes.forEach(size -> families.add(size.family()));
        return Collections.unmodifiableSortedSet(families);
    }
}
