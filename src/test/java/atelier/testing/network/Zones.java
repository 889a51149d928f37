package atelier.testing.network;

import java.util.List;
import java.util.Locale;

/**
 * What the service tags of a rule hold in one virtual network.
 *
 * @param virtualNetwork the network's own address space and that of its peers
 */
public record Zones(Addresses virtualNetwork) {
    /**
     * Azure's health probes and platform services:
     * https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
     */
    private static final Addresses AZURE_LOAD_BALANCER = Addresses.of("168.63.129.16");

    /** Everything that is not in the virtual network: a superset of what Azure calls Internet, so nothing is overlooked. */
    public Addresses internet() {
        return Addresses.ALL.minus(virtualNetwork).minus(AZURE_LOAD_BALANCER);
    }

    /**
     * The addresses behind the prefixes and tags of a rule. Members of a tag that is not known here count as the whole
     * Internet for an allow and as nobody for a deny: a doubt never closes a path on paper.
     */
    Addresses of(List<String> prefixes, boolean allow) {
        return prefixes.stream().map(prefix -> of(prefix, allow)).reduce(Addresses.NONE, Addresses::union);
    }

    private Addresses of(String prefix, boolean allow) {
        if (prefix.matches("[0-9a-fA-F:.]+(/[0-9]+)?|[0-9.]+-[0-9.]+") && !prefix.matches("[a-fA-F]+")) {
            return Addresses.parse(prefix);
        }
        return switch (prefix.toLowerCase(Locale.ROOT)) {
            case "*", "any" -> Addresses.ALL;
            case "internet" -> internet();
            case "virtualnetwork" -> virtualNetwork;
            case "azureloadbalancer" -> AZURE_LOAD_BALANCER;
            default -> allow ? internet() : Addresses.NONE;
        };
    }
}
