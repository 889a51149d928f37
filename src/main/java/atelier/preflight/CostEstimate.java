package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.DiskTier;
import atelier.catalog.Price;
import atelier.catalog.Service;
import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.Schedule;
import atelier.model.Spec;
import atelier.model.VmSize;
import atelier.model.Workstation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the stack costs in a month, by dated list prices; an estimate, never an offer.
 *
 * <p>Left out is what depends on use: traffic, the contents of the file share, logs, image builds.
 *
 * @param lines one for each workstation, each cluster and each kind of shared service
 * @param pricesAsOf the days on which the prices used were read
 */
public record CostEstimate(List<Line> lines, SortedSet<LocalDate> pricesAsOf) {
    /** Hours in a month, as Azure's calculator has it. */
    public static final int HOURS = 730;

    /** File and blob storage, vault, registry and workspace: one each. */
    private static final int PRIVATE_ENDPOINTS = 5;

    private static final BigDecimal MINUTES_IN_A_WEEK = BigDecimal.valueOf(7 * 24 * 60);

    public CostEstimate {
        lines = List.copyOf(lines);
        pricesAsOf = Collections.unmodifiableSortedSet(new TreeSet<>(pricesAsOf));
    }

    /**
     * One thing that costs money.
     *
     * @param aroundTheClock a workstation that always runs; a cluster that always has its most nodes
     * @param scheduled a workstation that runs when its schedule says so, or always without one; a cluster with its least nodes
     */
    public record Line(String what, Amount aroundTheClock, Amount scheduled) {}

    public static CostEstimate of(Spec spec, Catalog catalog) {
        Pricing pricing = new Pricing(catalog);
        List<Line> lines = new ArrayList<>();
        spec.workstations().forEach(workstation -> lines.add(pricing.workstation(workstation)));
        spec.clusters().forEach(cluster -> lines.add(pricing.cluster(cluster)));
        lines.addAll(pricing.shared(spec));
        return new CostEstimate(lines, pricing.days);
    }

    /** Everything at its most expensive. */
    public Amount aroundTheClock() {
        return sum(Line::aroundTheClock);
    }

    /** Workstations by their schedules, clusters with their least nodes. */
    public Amount scheduled() {
        return sum(Line::scheduled);
    }

    private Amount sum(Function<Line, Amount> column) {
        return lines.stream().map(column).reduce(Amount.NOTHING, Amount::plus);
    }

    /** Turns sizes, disks and services into amounts and remembers how old the prices are. */
    private static final class Pricing {
        private final Catalog catalog;
        private final SortedSet<LocalDate> days = new TreeSet<>();

        Pricing(Catalog catalog) {
            this.catalog = catalog;
        }

        Line workstation(Workstation workstation) {
            DiskTier tier = catalog.diskTier(workstation.diskGiB());
            Amount disks = amount(tier.monthlyPrice(), BigDecimal.ONE, tier.name() + " disk").plus(Amount.unknown("OS disk"));
            return new Line(
                    "workstation " + workstation.name(),
                    hours(workstation.size(), BigDecimal.valueOf(HOURS)).plus(disks),
                    hours(workstation.size(), scheduledHours(workstation.schedule())).plus(disks));
        }

        Line cluster(Cluster cluster) {
            return new Line("cluster " + cluster.name(), nodes(cluster, cluster.maxNodes()), nodes(cluster, cluster.minNodes()));
        }

        List<Line> shared(Spec spec) {
            List<Line> lines = new ArrayList<>();
            lines.add(service(Service.NAT_GATEWAY, 1));
            lines.add(service(Service.PUBLIC_ADDRESS, publicAddresses(spec)));
            lines.add(service(Service.PRIVATE_ENDPOINT, PRIVATE_ENDPOINTS));
            lines.add(service(Service.REGISTRY, 1));
            if (spec.network().bastion()) {
                lines.add(service(Service.BASTION, 1));
            }
            return lines;
        }

        private static int publicAddresses(Spec spec) {
            int gateways = spec.network().bastion() ? 2 : 1;
            return spec.network().exposure() instanceof Exposure.Public ? gateways + spec.workstations().size() : gateways;
        }

        private Line service(Service service, int count) {
            Amount amount = amount(catalog.monthlyPrice(service), BigDecimal.valueOf(count), service.title());
            return new Line(count + " x " + service.title(), amount, amount);
        }

        private Amount nodes(Cluster cluster, int nodes) {
            if (nodes == 0) {
                return Amount.NOTHING;
            }
            return cluster.priority() == Cluster.Priority.LOW_PRIORITY
                    ? Amount.unknown(cluster.size() + " at low priority")
                    : hours(cluster.size(), BigDecimal.valueOf((long) HOURS * nodes));
        }

        private Amount hours(VmSize size, BigDecimal hours) {
            return amount(catalog.get(size).hourlyPrice(), hours, size.name());
        }

        private Amount amount(Optional<Price> price, BigDecimal units, String what) {
            price.ifPresent(known -> days.add(known.asOf()));
            return price.map(known -> Amount.known(cents(known.usd().multiply(units)))).orElse(Amount.unknown(what));
        }

        private static BigDecimal scheduledHours(Schedule schedule) {
            if (!(schedule instanceof Schedule.Weekly weekly)) {
                return BigDecimal.valueOf(HOURS);
            }
            long minutes = Duration.between(weekly.start(), weekly.stop()).toMinutes() * weekly.days().size();
            return BigDecimal.valueOf(minutes * HOURS).divide(MINUTES_IN_A_WEEK, 6, RoundingMode.HALF_UP);
        }

        private static BigDecimal cents(BigDecimal usd) {
            return usd.setScale(2, RoundingMode.HALF_UP);
        }
    }
}
