package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.SubnetPlan;
import atelier.model.Workstation;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.Stacks;
import atelier.testing.network.Addresses;
import atelier.testing.network.Reachability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where each workstation can be reached, on any port: what was asked for and nothing else. */
class ReachabilityTest {
    /** Stands for the ranges of peered networks, which only their owners know. */
    private static final List<String> PEERS = List.of("172.20.0.0/16");

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void exactlyWhatWasAskedForIsOpen(String stack) {
        Spec spec = Stacks.spec(stack);
        Recorded recorded = Stacks.deployed(stack).recorded();
        Reachability reachability = new Reachability(recorded, PEERS);
        Map<String, Map<String, Addresses>> expected = new TreeMap<>();
        Map<String, Map<String, Addresses>> actual = new TreeMap<>();
        for (Workstation workstation : spec.workstations()) {
            Registration networkInterface = interfaceOf(workstation, recorded);
            expected.put(workstation.name() + " Tcp", wanted(workstation, spec, reachability));
            expected.put(workstation.name() + " Udp", Map.of());
            expected.put(workstation.name() + " Icmp", Map.of());
            for (String protocol : List.of("Tcp", "Udp", "Icmp")) {
                actual.put(workstation.name() + " " + protocol, reachability.open(networkInterface, protocol));
            }
        }
        assertEquals(expected, actual);
        assertEquals(spec.workstations().size(), recorded.ofType("network:NetworkInterface").size());
    }

    private static Map<String, Addresses> wanted(Workstation workstation, Spec spec, Reachability reachability) {
        Map<String, Addresses> open = new TreeMap<>();
        open.put("443", spec.network().exposure() instanceof Exposure.Public open443
                ? ranges(open443.allowedSources())
                : reachability.zones().virtualNetwork());
        if (workstation.ssh() instanceof SshAccess.On ssh) {
            List<Cidr> sources = new ArrayList<>(ssh.sources());
            if (spec.network().bastion()) {
                sources.add(SubnetPlan.of(spec.network().addressSpace()).bastion());
            }
            open.put("22", ranges(sources));
        }
        return open;
    }

    private static Addresses ranges(List<Cidr> ranges) {
        return Addresses.of(ranges.stream().map(Cidr::toString).toList());
    }

    private static Registration interfaceOf(Workstation workstation, Recorded recorded) {
        return recorded.ofType("network:NetworkInterface")
                .where(nic -> nic.text("tags.workstation").equals(workstation.name().value()))
                .only("network:NetworkInterface");
    }
}
