package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.Size;
import atelier.catalog.Unavailable;
import atelier.model.Cluster;
import atelier.model.Problem;
import atelier.model.Spec;
import atelier.model.VmSize;
import atelier.model.Workstation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every size exists, is still offered, and has what its use needs: an image line and Trusted Launch for workstations. */
final class SizeRules {
    private static final int SUGGESTIONS = 3;

    private final Spec spec;
    private final Catalog catalog;

    SizeRules(Spec spec, Catalog catalog) {
        this.spec = spec;
        this.catalog = catalog;
    }

    Optional<Problem> workstation(int index) {
        VmSize size = spec.workstations().get(index).size();
        return complaint(size, Size::trustedLaunch).map(complaint -> problem(
                "atelier:workstations[" + index + "].size",
                size,
                complaint,
                candidates(size, Size::trustedLaunch),
                candidate -> QuotaLedgers.of(withWorkstation(index, candidate), catalog).compute().fits()));
    }

    Optional<Problem> cluster(int index) {
        VmSize size = spec.clusters().get(index).size();
        return complaint(size, any -> true).map(complaint -> problem(
                "atelier:clusters[" + index + "].size",
                size,
                complaint,
                candidates(size, any -> true),
                candidate -> QuotaLedgers.of(withCluster(index, candidate), catalog).machineLearning().stream()
                        .allMatch(Ledger::fits)));
    }

    private Optional<String> complaint(VmSize size, Predicate<Size> suitable) {
        Optional<Size> known = catalog.find(size);
        if (known.isPresent()) {
            return suitable.test(known.get())
                    ? Optional.empty()
                    : Optional.of("has no Trusted Launch, which every workstation needs");
        }
        return Optional.of(catalog.whyUnavailable(size).map(why -> "is " + why.reason()).orElse("is not known"));
    }

    private static Problem problem(
            String path, VmSize size, String complaint, List<VmSize> candidates, Predicate<VmSize> withinQuota) {
        VmSize first = candidates.stream().filter(withinQuota).findFirst().orElse(candidates.get(0));
        List<String> near = Stream.concat(Stream.of(first), candidates.stream())
                .distinct()
                .limit(SUGGESTIONS)
                .map(VmSize::name)
                .toList();
        String allowed = "a size of the catalog, such as " + String.join(", ", near) + "; " + size + " " + complaint;
        return new Problem(path, size.name(), allowed, Fix.set(path, first));
    }

    /** What is documented to replace a size comes first, then GPU sizes for a GPU size, then similar names. */
    private List<VmSize> candidates(VmSize meant, Predicate<Size> suitable) {
        Stream<VmSize> instead = catalog.whyUnavailable(meant).map(Unavailable::instead).stream();
        List<String> names = catalog.sizes().stream().filter(suitable).map(size -> size.name().name()).toList();
        Stream<VmSize> near = Nearest.sorted(meant.name(), names).stream()
                .sorted(Comparator.comparing((String name) -> namesGpu(name) != namesGpu(meant.name())))
                .map(VmSize::new);
        return Stream.concat(instead, near).distinct().toList();
    }

    /** Azure's size names start with N exactly when the machine has a GPU. */
    private static boolean namesGpu(String size) {
        return size.regionMatches(true, 0, "Standard_N", 0, "Standard_N".length());
    }

    private Spec withWorkstation(int index, VmSize size) {
        List<Workstation> workstations = replaced(spec.workstations(), index, old -> new Workstation(
                old.name(), old.owner(), size, old.diskGiB(), old.ssh(), old.idleAfter(), old.schedule()));
        return with(workstations, spec.clusters());
    }

    private Spec withCluster(int index, VmSize size) {
        List<Cluster> clusters = replaced(spec.clusters(), index, old ->
                new Cluster(old.name(), size, old.minNodes(), old.maxNodes(), old.priority()));
        return with(spec.workstations(), clusters);
    }

    private Spec with(List<Workstation> workstations, List<Cluster> clusters) {
        return new Spec(
                spec.region(), spec.team(), spec.access(), spec.network(), spec.tls(), spec.files(), spec.quota(), spec.images(),
                workstations, clusters);
    }

    private static <T> List<T> replaced(List<T> list, int index, Function<T, T> change) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, change.apply(list.get(index)));
        return copy;
    }
}
