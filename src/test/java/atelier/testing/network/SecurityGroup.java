package atelier.testing.network;

import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The rules of one network security group in the order in which Azure tries them, its default rules last. */
public record SecurityGroup(String name, List<Rule> rules) {

    public SecurityGroup {
        rules = rules.stream().sorted(Comparator.comparingInt(Rule::priority)).toList();
    }

    public static SecurityGroup of(Registration registration) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : registration.inputs().path("securityRules")) {
            rules.add(Rule.parse(rule));
        }
        return new SecurityGroup(registration.name(), rules);
    }

    /** From where this group alone lets a packet through to the target; the first matching rule decides for each address. */
    public Addresses inbound(Target target, String protocol, int port, Zones zones) {
        Addresses undecided = Addresses.ALL;
        Addresses allowed = Addresses.NONE;
        for (Rule rule : withDefaults()) {
            if (!rule.inbound() || !rule.covers(protocol, port) || !target.mayMatch(rule, zones)) {
                continue;
            }
            Addresses matched = undecided.intersect(sources(rule, zones));
            if (rule.allow()) {
                allowed = allowed.union(matched);
            }
            undecided = undecided.minus(matched);
        }
        return allowed;
    }

    /** Where this group alone lets a packet go; the first matching rule decides for each address. */
    public Addresses outbound(String protocol, int port, Zones zones) {
        Addresses undecided = Addresses.ALL;
        Addresses allowed = Addresses.NONE;
        for (Rule rule : withDefaults()) {
            if (rule.inbound() || !rule.covers(protocol, port) || !rule.allow() && !rule.anySource()) {
                continue;
            }
            Addresses matched = undecided.intersect(destinations(rule, zones));
            if (rule.allow()) {
                allowed = allowed.union(matched);
            }
            undecided = undecided.minus(matched);
        }
        return allowed;
    }

    /** The inbound rules that never decide anything, because earlier rules have decided all they match. */
    public List<Rule> shadowed(Zones zones) {
        return rules.stream().filter(Rule::inbound).filter(rule -> !decides(rule, zones)).toList();
    }

    /** One target per application security group that the rules name, and one that is in none. */
    public List<Target> targets(Zones zones) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(zones.virtualNetwork(), List.of()));
        rules.stream()
                .flatMap(rule -> rule.destinationGroups().stream())
                .distinct()
                .forEach(group -> targets.add(new Target(zones.virtualNetwork(), List.of(group))));
        return targets;
    }

    private boolean decides(Rule rule, Zones zones) {
        for (Target target : targets(zones)) {
            for (Ports ports : rule.destinationPorts()) {
                if (target.mayMatch(rule, zones) && !left(rule, target, ports.first(), zones).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What the rules before this one leave for it to decide. */
    private Addresses left(Rule rule, Target target, int port, Zones zones) {
        String protocol = rule.protocol().equals("*") ? "Tcp" : rule.protocol();
        Addresses left = sources(rule, zones);
        for (Rule earlier : rules) {
            if (earlier.priority() < rule.priority() && earlier.inbound() && earlier.covers(protocol, port)
                    && target.mayMatch(earlier, zones)) {
                left = left.minus(sources(earlier, zones));
            }
        }
        return left;
    }

    /** The ports at which some rule's answer may change: first ports of ranges and the ports right behind them. */
    public List<Integer> boundaries() {
        return rules.stream()
                .filter(Rule::inbound)
                .flatMap(rule -> rule.destinationPorts().stream())
                .flatMap(range -> Stream.of(range.first(), range.last() + 1))
                .filter(Ports.ALL::contains)
                .toList();
    }

    /**
     * A machine's address in a group is not known before it runs, so a group as source is the whole network, or nobody when
     * denied.
     */
    private static Addresses sources(Rule rule, Zones zones) {
        Addresses members = rule.allow() ? zones.virtualNetwork() : Addresses.NONE;
        Addresses groups = rule.sourceGroups().isEmpty() ? Addresses.NONE : members;
        return zones.of(rule.sources(), rule.allow()).union(groups);
    }

    private static Addresses destinations(Rule rule, Zones zones) {
        Addresses members = rule.allow() ? zones.virtualNetwork() : Addresses.NONE;
        Addresses groups = rule.destinationGroups().isEmpty() ? Addresses.NONE : members;
        return zones.of(rule.destinations(), rule.allow()).union(groups);
    }

    private List<Rule> withDefaults() {
        List<Rule> all = new ArrayList<>(rules);
        all.add(byDefault("AllowVnetInBound", 65000, true, true, "VirtualNetwork", "VirtualNetwork"));
        all.add(byDefault("AllowAzureLoadBalancerInBound", 65001, true, true, "AzureLoadBalancer", "*"));
        all.add(byDefault("DenyAllInBound", 65500, false, true, "*", "*"));
        all.add(byDefault("AllowVnetOutBound", 65000, true, false, "VirtualNetwork", "VirtualNetwork"));
        all.add(byDefault("AllowInternetOutBound", 65001, true, false, "*", "Internet"));
        all.add(byDefault("DenyAllOutBound", 65500, false, false, "*", "*"));
        return all;
    }

    private static Rule byDefault(
            String name, int priority, boolean allow, boolean inbound, String source, String destination) {
        return new Rule(
                name, priority, allow, inbound, "*",
                List.of(source), List.of(), List.of(Ports.ALL),
                List.of(destination), List.of(), List.of(Ports.ALL));
    }
}
