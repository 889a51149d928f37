package atelier.testing.network;

import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    /** The ports at which some rule's answer may change: first ports of ranges and the ports right behind them. */
    List<Integer> boundaries() {
        return rules.stream()
                .filter(Rule::inbound)
                .flatMap(rule -> rule.destinationPorts().stream())
                .flatMap(range -> java.util.stream.Stream.of(range.first(), range.last() + 1))
                .filter(Ports.ALL::contains)
                .toList();
    }

    /** A machine's address in a group is not known before it runs, so a group as source is the whole network, or nobody when denied. */
    private static Addresses sources(Rule rule, Zones zones) {
        Addresses members = rule.allow() ? zones.virtualNetwork() : Addresses.NONE;
        Addresses groups = rule.sourceGroups().isEmpty() ? Addresses.NONE : members;
        return zones.of(rule.sources(), rule.allow()).union(groups);
    }

    private List<Rule> withDefaults() {
        List<Rule> all = new ArrayList<>(rules);
        all.add(byDefault("AllowVnetInBound", 65000, true, "VirtualNetwork", "VirtualNetwork"));
        all.add(byDefault("AllowAzureLoadBalancerInBound", 65001, true, "AzureLoadBalancer", "*"));
        all.add(byDefault("DenyAllInBound", 65500, false, "*", "*"));
        return all;
    }

    private static Rule byDefault(String name, int priority, boolean allow, String source, String destination) {
        return new Rule(
                name, priority, allow, true, "*",
                List.of(source), List.of(), List.of(Ports.ALL),
                List.of(destination), List.of(), List.of(Ports.ALL));
    }
}
