package atelier.preflight;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.SubnetPlan;
import atelier.model.Workstation;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From where the two ports of a workstation may be reached: what the network rules must amount to, and nothing more.
 *
 * @param https sources of port 443; ranges, and {@code VirtualNetwork} for the team's network and its peers
 * @param ssh sources of port 22; empty when SSH is off
 */
public record Reachability(SortedSet<String> https, SortedSet<String> ssh) {
    /** Azure's service tag for a virtual network and everything peered with it. */
    public static final String VIRTUAL_NETWORK = "VirtualNetwork";

    public static Reachability of(Spec spec, Workstation workstation) {
        return new Reachability(https(spec), ssh(spec, workstation));
    }

    private static SortedSet<String> https(Spec spec) {
        if (spec.network().exposure() instanceof Exposure.Public reachable) {
            return texts(reachable.allowedSources().stream());
        }
        return new TreeSet<>(Set.of(VIRTUAL_NETWORK));
    }

    private static SortedSet<String> ssh(Spec spec, Workstation workstation) {
        return workstation.ssh() instanceof SshAccess.On on
                ? texts(Stream.concat(on.sources().stream(), bastion(spec)))
                : new TreeSet<>();
    }

    private static Stream<Cidr> bastion(Spec spec) {
        return spec.network().bastion() ? Stream.of(SubnetPlan.of(spec.network().addressSpace()).bastion()) : Stream.empty();
    }

    private static SortedSet<String> texts(Stream<Cidr> ranges) {
        return new TreeSet<>(ranges.map(Cidr::text).toList());
    }
}
