package atelier.testing.network;

import java.util.List;

/**
 * The machine that a packet is for.
 *
 * @param addresses where its private address may lie: its whole subnet, as it is dynamic
 * @param groups the application security groups of its network interface, ids in lower case
 */
public record Target(Addresses addresses, List<String> groups) {

    /**
     * Whether a rule's destination is, or in case of doubt may be, this machine. A doubt counts as a match for an allow and
     * as none for a deny.
     */
    boolean mayMatch(Rule rule, Zones zones) {
        if (!rule.allow() && !rule.anySourcePort()) {
            return false;
        }
        if (rule.destinationGroups().stream().anyMatch(groups::contains)) {
            return true;
        }
        Addresses destination = zones.of(rule.destinations(), rule.allow());
        return rule.allow() ? !destination.intersect(addresses).isEmpty() : destination.containsAll(addresses);
    }
}
