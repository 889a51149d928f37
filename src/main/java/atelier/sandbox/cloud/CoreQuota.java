package atelier.sandbox.cloud;

import java.util.Locale;
import java.util.Optional;

/**
 * The core quota of virtual machines: per family, over the whole region, and one bucket for Spot.
 *
 * <p>Machines count whether they run or not: https://learn.microsoft.com/azure/virtual-machines/quotas
 */
final class CoreQuota {
    private CoreQuota() {}

    /** The cores that one resource takes. */
    private record Demand(World.Size size, int cores, boolean spot) {}

    /** OperationNotAllowed, 409; documented: nforgeio/neonKUBE#1671 and Azure/karpenter-provider-azure#192. */
    static void judge(Put put) throws ArmError {
        Optional<Demand> demand = demand(put.id(), put.body(), put.world());
        if (demand.isEmpty() || put.location().isEmpty() || takesNoMore(put, demand.get())) {
            return;
        }
        World.Quota quota = put.world().computeQuota().get(put.location());
        if (demand.get().spot()) {
            World.Limit limit = quota == null ? new World.Limit(0, 0) : quota.lowPriority();
            fits(put, "LowPriorityCores", limit, used(put, true, ""), demand.get().cores());
            return;
        }
        String family = demand.get().size().family();
        World.Limit limit = quota == null ? new World.Limit(0, 0) : quota.family(family);
        fits(put, family, limit, used(put, false, family), demand.get().cores());
        World.Limit regional = quota == null ? new World.Limit(0, 0) : quota.regional().orElse(limit);
        fits(put, "Total Regional", regional, used(put, false, ""), demand.get().cores());
    }

    /** An update that keeps or lowers what a machine takes of its family is not a question of quota. */
    private static boolean takesNoMore(Put put, Demand demand) {
        Optional<Demand> before = put.existing().flatMap(resource -> demand(resource.armId(), resource.body(), put.world()));
        return before.filter(taken -> taken.size().family().equals(demand.size().family()) && taken.spot() == demand.spot())
                .filter(taken -> taken.cores() >= demand.cores())
                .isPresent();
    }

    private static void fits(Put put, String name, World.Limit limit, int used, int required) throws ArmError {
        int usage = limit.used() + used;
        if (usage + required > limit.limit()) {
            throw ArmError.conflict("OperationNotAllowed", text(name, put.location(), limit.limit(), usage, required));
        }
    }

    private static String text(String name, String location, int limit, int usage, int required) {
        return ("Operation could not be completed as it results in exceeding approved %s Cores quota. Additional"
            + " details - Deployment Model: Resource Manager, Location: %s, Current Limit: %d, Current Usage: %d,"
            + " Additional Required: %d, (Minimum) New Limit Required: %d. Submit a request for Quota increase at"
            + " https://aka.ms/ProdportalCRP/ by specifying parameters listed in the 'Details' section for deployment"
            + " to succeed. Please read more about quota limits at "
            + "https://docs.microsoft.com/en-us/azure/azure-supportability/per-vm-quota-requests")
                .formatted(
                        name.endsWith("Cores") ? name.substring(0, name.length() - 5) : name,
                        location,
                        limit,
                        usage,
                        required,
                        usage + required);
    }

    /** Cores that other deployed resources take in the region; an empty family stands for all. */
    private static int used(Put put, boolean spot, String family) {
        return put.inventory().stream()
                .filter(resource -> !resource.armId().same(put.id()))
                .filter(resource -> resource.location().equals(put.location()))
                .flatMap(resource -> demand(resource.armId(), resource.body(), put.world()).stream())
                .filter(demand -> demand.spot() == spot)
                .filter(demand -> family.isEmpty() || demand.size().family().equalsIgnoreCase(family))
                .mapToInt(Demand::cores)
                .sum();
    }

    private static Optional<Demand> demand(ArmId id, Value body, World world) {
        return switch (id.type().toLowerCase(Locale.ROOT)) {
            case "microsoft.compute/virtualmachines" -> demand(
                    body.at("properties.hardwareProfile.vmSize"), 1, body.at("properties.priority"), world);
            case "microsoft.compute/virtualmachinescalesets" -> demand(
                    body.at("sku.name"),
                    body.at("sku.capacity").number().orElse(0),
                    body.at("properties.virtualMachineProfile.priority"),
                    world);
            default -> Optional.empty();
        };
    }

    private static Optional<Demand> demand(Value size, int machines, Value priority, World world) {
        return size.text()
                .map(name -> world.sizes().get(name))
                .map(known -> new Demand(known, known.vCpus() * machines, priority.is("Spot")));
    }
}
