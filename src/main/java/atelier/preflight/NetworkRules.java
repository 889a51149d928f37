package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.Size;
import atelier.model.Cidr;
import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.NetworkId;
import atelier.model.Problem;
import atelier.model.Spec;
import atelier.model.SubnetPlan;
import atelier.model.VmSize;
import atelier.model.Workstation;
import atelier.naming.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The address space suits Azure and what runs in it, and private workstations can be reached at all. */
final class NetworkRules {
    private static final String SPACE = "atelier:network.addressSpace";
    private static final int SHORTEST_PREFIX = 8;
    /** Azure keeps five addresses of every subnet: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
    private static final int KEPT_BY_AZURE = 5;
    private static final Cidr DOCKER = new Cidr("172.17.0.0/16");
    private static final Cidr RDMA = new Cidr("172.16.0.0/16");
    private static final String USUAL_SPACE = "10.42.0.0/16";
    private static final String LARGEST_SPACE = "10.0.0.0/8";

    private final Spec spec;
    private final Catalog catalog;
    private final Names names;

    NetworkRules(Spec spec, Catalog catalog, Names names) {
        this.spec = spec;
        this.catalog = catalog;
        this.names = names;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(addressSpace());
        Exposure exposure = spec.network().exposure();
        if (exposure instanceof Exposure.Public reachable) {
            problems.addAll(SourceRules.judge(
                    "atelier:network.allowedSources", reachable.allowedSources(), SourceRules.Width.HTTPS));
        } else if (exposure instanceof Exposure.Private hidden) {
            problems.addAll(wayIn(hidden));
            problems.addAll(peering(hidden));
        }
        return problems;
    }

    private List<Problem> addressSpace() {
        Cidr space = spec.network().addressSpace();
        if (space.ipv6() || !space.isPrivate()) {
            return List.of(space("a private IPv4 range, such as " + USUAL_SPACE));
        }
        if (space.prefix() < SHORTEST_PREFIX || space.prefix() > SubnetPlan.LONGEST_PREFIX) {
            return List.of(space("a prefix from /" + SHORTEST_PREFIX + " to /" + SubnetPlan.LONGEST_PREFIX));
        }
        List<Problem> problems = new ArrayList<>();
        if (space.overlaps(DOCKER)) {
            problems.add(space("a range apart from " + DOCKER + ", which Docker uses on the machines"));
        }
        if (space.overlaps(RDMA) && sizes().anyMatch(Size::infiniBand)) {
            problems.add(space("a range apart from " + RDMA + ", which sizes with InfiniBand use between machines"));
        }
        capacity(SubnetPlan.of(space)).forEach(allowed -> problems.add(space(allowed)));
        return problems;
    }

    private Problem space(String allowed) {
        return new Problem(SPACE, spec.network().addressSpace().text(), allowed, Fix.set(SPACE, largeEnough()));
    }

    private String largeEnough() {
        return capacity(SubnetPlan.of(new Cidr(USUAL_SPACE))).isEmpty() ? USUAL_SPACE : LARGEST_SPACE;
    }

    /** What does not fit into its subnet, as texts of what is allowed instead. */
    private List<String> capacity(SubnetPlan plan) {
        long workstations = spec.workstations().size();
        long nodes = 1 + spec.clusters().stream().mapToLong(Cluster::maxNodes).sum();
        return Stream.concat(
                        tooSmall(plan.workstations(), workstations, "workstations").stream(),
                        tooSmall(plan.clusters(), nodes, "cluster nodes, the one for image builds included").stream())
                .toList();
    }

    private static Optional<String> tooSmall(Cidr subnet, long needed, String what) {
        long room = subnet.size().longValueExact() - KEPT_BY_AZURE;
        String allowed = "a larger range: a quarter of this one has " + room + " addresses for " + needed + " " + what;
        return needed <= room ? Optional.empty() : Optional.of(allowed);
    }

    private Stream<Size> sizes() {
        Stream<VmSize> inUse = Stream.concat(
                spec.workstations().stream().map(Workstation::size),
                spec.clusters().stream().map(Cluster::size));
        return inUse.flatMap(size -> catalog.find(size).stream());
    }

    private List<Problem> wayIn(Exposure.Private exposure) {
        if (spec.network().bastion() || !exposure.peering().isEmpty()) {
            return List.of();
        }
        return List.of(new Problem(
                "atelier:network.bastion",
                "false",
                "true, or at least one network in atelier:network.peering; without either nobody reaches a private workstation",
                Fix.set("atelier:network.bastion", true)));
    }

    private List<Problem> peering(Exposure.Private exposure) {
        List<NetworkId> peers = exposure.peering();
        return IntStream.range(0, peers.size())
                .map(index -> peers.size() - 1 - index)
                .boxed()
                .flatMap(index -> peer(peers, index).stream())
                .toList();
    }

    private List<Problem> peer(List<NetworkId> peers, int index) {
        NetworkId peer = peers.get(index);
        String path = "atelier:network.peering[" + index + "]";
        if (itself(peer)) {
            return List.of(new Problem(path, peer.value(), "another network than the team's own", Fix.remove(path)));
        }
        boolean repeated = peers.subList(0, index).stream().anyMatch(earlier -> earlier.compareTo(peer) == 0);
        return repeated ? List.of(new Problem(path, peer.value(), "each network once", Fix.remove(path))) : List.of();
    }

    private boolean itself(NetworkId peer) {
        return peer.resourceGroup().equalsIgnoreCase(names.computeGroup()) && peer.name().equalsIgnoreCase(names.network("vnet"));
    }
}
