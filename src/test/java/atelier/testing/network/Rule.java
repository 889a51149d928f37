package atelier.testing.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One security rule as it was registered; singular and plural fields are read together.
 *
 * @param sources CIDRs, service tags or {@code *}
 * @param sourceGroups ids of application security groups
 */
public record Rule(
        String name,
        int priority,
        boolean allow,
        boolean inbound,
        String protocol,
        List<String> sources,
        List<String> sourceGroups,
        List<Ports> sourcePorts,
        List<String> destinations,
        List<String> destinationGroups,
        List<Ports> destinationPorts) {

    public static Rule parse(JsonNode rule) {
        return new Rule(
                rule.path("name").asText(),
                rule.path("priority").asInt(),
                rule.path("access").asText().equalsIgnoreCase("Allow"),
                rule.path("direction").asText().equalsIgnoreCase("Inbound"),
                rule.path("protocol").asText(),
                texts(rule, "sourceAddressPrefix", "sourceAddressPrefixes"),
                ids(rule, "sourceApplicationSecurityGroups"),
                texts(rule, "sourcePortRange", "sourcePortRanges").stream().map(Ports::parse).toList(),
                texts(rule, "destinationAddressPrefix", "destinationAddressPrefixes"),
                ids(rule, "destinationApplicationSecurityGroups"),
                texts(rule, "destinationPortRange", "destinationPortRanges").stream().map(Ports::parse).toList());
    }

    boolean covers(String wantedProtocol, int port) {
        return coversProtocol(wantedProtocol) && destinationPorts.stream().anyMatch(range -> range.contains(port));
    }

    private boolean coversProtocol(String wanted) {
        return protocol.equals("*") || protocol.equalsIgnoreCase(wanted);
    }

    boolean anySourcePort() {
        return sourcePorts.contains(Ports.ALL);
    }

    /** Whether it surely applies to a packet from any machine behind the group. */
    boolean anySource() {
        return sources.stream().anyMatch(List.of("*", "VirtualNetwork", "0.0.0.0/0")::contains) && anySourcePort();
    }

    private static List<String> texts(JsonNode rule, String one, String many) {
        List<String> values = new ArrayList<>();
        Stream.of(rule.path(one)).filter(JsonNode::isValueNode).map(JsonNode::asText).forEach(values::add);
        rule.path(many).forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    private static List<String> ids(JsonNode rule, String field) {
        List<String> values = new ArrayList<>();
        rule.path(field).forEach(group -> values.add(group.path("id").asText().toLowerCase(Locale.ROOT)));
        return List.copyOf(values);
    }
}
