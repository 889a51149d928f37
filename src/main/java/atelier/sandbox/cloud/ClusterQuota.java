package atelier.sandbox.cloud;

import java.util.Optional;

/**
 * The core quota of machine-learning clusters: a ledger of its own, per family, and one bucket for low priority.
 *
 * <p>A cluster counts at its maximum, so that it can always grow to it; Azure itself refuses the nodes, not the cluster.
 */
final class ClusterQuota {
    private static final String SETTINGS = "properties.properties";

    private ClusterQuota() {}

    private record Demand(World.Size size, int cores, boolean lowPriority) {}

    /** ClusterCoreQuotaReached, 409; from knowledge. */
    static void judge(Put put) throws ArmError {
        Optional<Demand> demand = demand(put.body(), put.world());
        String region = Clusters.region(put.id(), put.body(), put.inventory());
        if (demand.isEmpty() || region.isEmpty()) {
            return;
        }
        World.Quota quota = put.world().machineLearningQuota().get(region);
        String family = demand.get().size().family();
        boolean low = demand.get().lowPriority();
        World.Limit none = new World.Limit(0, 0);
        World.Limit limit = quota == null ? none : low ? quota.lowPriority() : quota.family(family);
        int usage = limit.used() + used(put, region, low ? "" : family);
        if (usage + demand.get().cores() > limit.limit()) {
            throw ArmError.conflict(
                    "ClusterCoreQuotaReached",
                    ("The cluster %s needs %d cores of the machine-learning quota '%s' in %s. Current Limit: %d,"
                                    + " Current Usage: %d, Additional Required: %d, (Minimum) New Limit Required: %d.")
                            .formatted(
                                    put.id().name(),
                                    demand.get().cores(),
                                    low ? "Low-priority cores" : family,
                                    region,
                                    limit.limit(),
                                    usage,
                                    demand.get().cores(),
                                    usage + demand.get().cores()));
        }
    }

    /** Cores of the other clusters in the region; an empty family stands for all low-priority ones. */
    private static int used(Put put, String region, String family) {
        return put.inventory().all(Clusters.TYPE).stream()
                .filter(cluster -> !cluster.armId().same(put.id()))
                .filter(cluster -> Clusters.region(cluster.armId(), cluster.body(), put.inventory())
                        .equals(region))
                .flatMap(cluster -> demand(cluster.body(), put.world()).stream())
                .filter(demand -> family.isEmpty()
                        ? demand.lowPriority()
                        : !demand.lowPriority() && demand.size().family().equalsIgnoreCase(family))
                .mapToInt(Demand::cores)
                .sum();
    }

    private static Optional<Demand> demand(Value body, World world) {
        Optional<World.Size> size = MachineSizes.known(body.at(SETTINGS + ".vmSize"), world);
        Optional<Integer> nodes = body.at(SETTINGS + ".scaleSettings.maxNodeCount").number();
        return size.flatMap(known -> nodes.map(count -> new Demand(
                known, known.vCpus() * count, body.at(SETTINGS + ".vmPriority").is("LowPriority"))));
    }
}
