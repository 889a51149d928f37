package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.Size;
import atelier.model.Cluster;
import atelier.model.ImageLine;
import atelier.model.Quota;
import atelier.model.Spec;
import atelier.model.VmSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The two core quotas of a team and who draws on them.
 *
 * <p>Workstations and Packer's build machines draw on the quota of virtual machines, clusters on that of Azure Machine
 * Learning; sizes that preflight refuses draw on neither. Source:
 * https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas
 *
 * @param machineLearning absent when the configuration states no such quota: clusters are not judged then
 */
public record QuotaLedgers(Ledger compute, Optional<Ledger> machineLearning) {
    static final String COMPUTE_PATH = "atelier:quota.compute";
    static final String MACHINE_LEARNING_PATH = "atelier:quota.machineLearning";

    public static QuotaLedgers of(Spec spec, Catalog catalog) {
        Ledger compute = compute(spec.quota().compute(), machines(spec, catalog), catalog);
        return new QuotaLedgers(compute, spec.quota().machineLearning().map(quota -> machineLearning(quota, spec, catalog)));
    }

    /** Both, or the one that is stated. */
    public List<Ledger> all() {
        return Stream.concat(Stream.of(compute), machineLearning.stream()).toList();
    }

    private static Ledger compute(Quota.Compute quota, List<Ledger.Holder> holders, Catalog catalog) {
        List<Ledger.Bucket> buckets = families(COMPUTE_PATH, quota.families(), holders, catalog);
        buckets.add(new Ledger.Bucket("all families", COMPUTE_PATH + ".regionalCores", true, quota.regionalCores(), holders));
        buckets.add(new Ledger.Bucket("spot", COMPUTE_PATH + ".spotCores", true, quota.spotCores(), List.of()));
        return new Ledger("compute", buckets);
    }

    private static Ledger machineLearning(Quota.MachineLearning quota, Spec spec, Catalog catalog) {
        List<Ledger.Holder> dedicated = new ArrayList<>(clusters(spec, catalog, Cluster.Priority.DEDICATED));
        Size builder = catalog.get(catalog.workspaceBuildMachine().size());
        dedicated.add(holder(Ledger.Kind.IMAGE_BUILD, "image builds of the workspace", builder, 1));
        List<Ledger.Bucket> buckets = families(MACHINE_LEARNING_PATH, quota.families(), dedicated, catalog);
        List<Ledger.Holder> lowPriority = clusters(spec, catalog, Cluster.Priority.LOW_PRIORITY);
        buckets.add(new Ledger.Bucket(
                "low priority", MACHINE_LEARNING_PATH + ".lowPriorityCores", true, quota.lowPriorityCores(), lowPriority));
        return new Ledger("machine learning", buckets);
    }

    private static List<Ledger.Holder> machines(Spec spec, Catalog catalog) {
        Stream<Ledger.Holder> workstations = spec.workstations().stream()
                .flatMap(workstation -> usable(workstation.size(), catalog)
                        .map(size -> holder(Ledger.Kind.WORKSTATION, "workstation " + workstation.name(), size, 1)));
        Stream<Ledger.Holder> builds = linesInUse(spec, catalog).map(line -> holder(
                Ledger.Kind.IMAGE_BUILD, "image build of line " + line.id(), catalog.get(catalog.packerMachine(line).size()), 1));
        return Stream.concat(workstations, builds).toList();
    }

    private static Stream<ImageLine> linesInUse(Spec spec, Catalog catalog) {
        return spec.workstations().stream()
                .flatMap(workstation -> usable(workstation.size(), catalog))
                .map(Size::line)
                .distinct()
                .sorted();
    }

    private static Stream<Size> usable(VmSize size, Catalog catalog) {
        return catalog.find(size).filter(Size::trustedLaunch).stream();
    }

    private static List<Ledger.Holder> clusters(Spec spec, Catalog catalog, Cluster.Priority priority) {
        return spec.clusters().stream()
                .filter(cluster -> cluster.priority() == priority)
                .flatMap(cluster -> catalog.find(cluster.size()).stream()
                        .map(size -> holder(Ledger.Kind.CLUSTER, "cluster " + cluster.name(), size, cluster.maxNodes())))
                .toList();
    }

    private static Ledger.Holder holder(Ledger.Kind kind, String name, Size size, int count) {
        return new Ledger.Holder(kind, name, size.name(), size.vCpus(), count);
    }

    private static List<Ledger.Bucket> families(
            String path, SortedMap<String, Integer> limits, List<Ledger.Holder> holders, Catalog catalog) {
        SortedMap<String, List<Ledger.Holder>> byFamily = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        limits.keySet().stream().filter(catalog.families()::contains).forEach(family -> byFamily.put(family, new ArrayList<>()));
        for (Ledger.Holder holder : holders) {
            byFamily.computeIfAbsent(catalog.get(holder.size()).family(), unstated -> new ArrayList<>()).add(holder);
        }
        List<Ledger.Bucket> buckets = new ArrayList<>();
        byFamily.forEach((family, drawing) -> buckets.add(family(path, family, limit(limits, family), drawing, catalog)));
        return buckets;
    }

    private static Ledger.Bucket family(
            String path, String key, Optional<Integer> limit, List<Ledger.Holder> holders, Catalog catalog) {
        String azureName = catalog.families().tailSet(key).first();
        return new Ledger.Bucket(azureName, Fix.key(path + ".families", key), limit.isPresent(), limit.orElse(0), holders);
    }

    private static Optional<Integer> limit(SortedMap<String, Integer> limits, String family) {
        return limits.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(family))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
