package atelier.testing.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge is judged: every way to open or close a port that a reader could overlook, with the answer Azure gives. */
class ReachabilityTest {
    private static final String DENY_ALL = "{priority: 4096, access: Deny, protocol: '*', from: '*', port: '*'}";

    @Test
    void nothingIsReachableBehindAnExplicitDeny() {
        assertEquals(Addresses.NONE, ssh(List.of(DENY_ALL), List.of()));
        assertEquals(Addresses.NONE, ssh(List.of(), List.of(DENY_ALL)));
    }

    @Test
    void withoutRulesTheDefaultsLetTheVirtualNetworkAndTheProbesIn() {
        assertEquals(Addresses.of("10.42.0.0/16", "10.200.0.0/16", "168.63.129.16"), ssh(List.of(), List.of()));
    }

    @Test
    void aDenyBehindAnAllowIsShadowed() {
        String allow = "{priority: 100, access: Allow, protocol: Tcp, from: Internet, port: '22'}";
        String deny = "{priority: 200, access: Deny, protocol: '*', from: '*', port: '22'}";
        assertTrue(ssh(List.of(allow, deny), List.of(allow)).containsAll(Addresses.of("8.8.8.8")));
        assertEquals(Addresses.NONE, ssh(List.of(allow.replace("100", "300"), deny), List.of(allow)));
    }

    @Test
    void bothGroupsMustLetAPacketIn() {
        String narrow = "{priority: 100, access: Allow, protocol: Tcp, from: 203.0.113.7/32, port: '22'}";
        String wide = "{priority: 100, access: Allow, protocol: Tcp, from: 203.0.113.0/24, port: '22'}";
        assertEquals(Addresses.of("203.0.113.7"), ssh(List.of(wide, DENY_ALL), List.of(narrow, DENY_ALL)));
    }

    @Test
    void aPortRangeAListAndAStarContainPort22() {
        for (String port : List.of("20-30", "*", "0-65535", "22")) {
            assertOpenTo("8.8.8.8", "{priority: 100, access: Allow, protocol: Tcp, from: '*', port: '" + port + "'}");
        }
        assertOpenTo("8.8.8.8", "{priority: 100, access: Allow, protocol: Tcp, from: '*', ports: ['80', '22']}");
        assertOpenTo("8.8.8.8", "{priority: 100, access: Allow, protocol: '*', from: '*', port: '22'}");
        assertEquals(Addresses.NONE, ssh(
                List.of("{priority: 100, access: Allow, protocol: Tcp, from: '*', port: '23-30'}", DENY_ALL), List.of(DENY_ALL)));
        assertEquals(Addresses.NONE, ssh(
                List.of("{priority: 100, access: Allow, protocol: Udp, from: '*', port: '22'}", DENY_ALL), List.of(DENY_ALL)));
    }

    @Test
    void everyDisguiseOfTheWholeInternetIsTheWholeInternet() {
        for (String from : List.of("'*'", "0.0.0.0/0", "Internet", "Any", "AzureCloud")) {
            assertOpenTo("8.8.8.8", "{priority: 100, access: Allow, protocol: Tcp, from: " + from + ", port: '22'}");
        }
        assertOpenTo("8.8.8.8", "{priority: 100, access: Allow, protocol: Tcp, froms: [0.0.0.0/1, 128.0.0.0/1], port: '22'}");
        assertOpenTo("200.1.1.1", "{priority: 100, access: Allow, protocol: Tcp, froms: [0.0.0.0/1, 128.0.0.0/1], port: '22'}");
        assertOpenTo("2001:db8::1", "{priority: 100, access: Allow, protocol: Tcp, from: '::/0', port: '22'}");
    }

    @Test
    void theTagVirtualNetworkHoldsTheNetworkAndItsPeers() {
        String allow = "{priority: 100, access: Allow, protocol: Tcp, from: VirtualNetwork, port: '22'}";
        assertEquals(Addresses.of("10.42.0.0/16", "10.200.0.0/16"), ssh(List.of(allow, DENY_ALL), List.of(allow, DENY_ALL)));
    }

    @Test
    void aRuleForAnotherGroupOpensNothingHere() {
        String mine = "{priority: 100, access: Allow, protocol: Tcp, from: 203.0.113.7/32, port: '22', toGroup: /asg/mine}";
        String others = mine.replace("/asg/mine", "/asg/others");
        assertEquals(Addresses.of("203.0.113.7"), ssh(List.of(mine, DENY_ALL), List.of()));
        assertEquals(Addresses.NONE, ssh(List.of(others, DENY_ALL), List.of()));
        String denyOthers = "{priority: 90, access: Deny, protocol: '*', from: '*', port: '22', toGroup: /asg/others}";
        assertEquals(Addresses.of("203.0.113.7"), ssh(List.of(denyOthers, mine, DENY_ALL), List.of()));
    }

    @Test
    void aDenyThatMayMissTheMachineClosesNothing() {
        String allow = "{priority: 200, access: Allow, protocol: Tcp, from: 203.0.113.7/32, port: '22'}";
        for (String deny : List.of(
                "{priority: 100, access: Deny, protocol: '*', from: '*', port: '22', to: 10.42.0.0/28}",
                "{priority: 100, access: Deny, protocol: '*', from: '*', port: '22', fromPort: '1000-2000'}",
                "{priority: 100, access: Deny, protocol: '*', from: SomeNewTag, port: '22'}",
                "{priority: 100, access: Deny, protocol: '*', from: '*', port: '22', direction: Outbound}")) {
            assertEquals(Addresses.of("203.0.113.7"), ssh(List.of(deny, allow, DENY_ALL), List.of()), deny);
        }
    }

    @Test
    void listsEveryOpenPortWithItsSources() {
        String web = "{priority: 100, access: Allow, protocol: Tcp, from: 203.0.113.0/24, port: '443'}";
        String range = "{priority: 110, access: Allow, protocol: Tcp, from: 203.0.113.7/32, port: '8000-8999'}";
        Recorded recorded = network(List.of(web, range, DENY_ALL), List.of());
        Reachability reachability = new Reachability(recorded, List.of());
        assertEquals(
                Map.of("443", Addresses.of("203.0.113.0/24"), "8000-8999", Addresses.of("203.0.113.7")),
                reachability.open(recorded.only("NetworkInterface"), "Tcp"));
        assertEquals(Map.of(), reachability.open(recorded.only("NetworkInterface"), "Udp"));
    }

    private static void assertOpenTo(String source, String rule) {
        assertTrue(ssh(List.of(rule, DENY_ALL), List.of(rule, DENY_ALL)).containsAll(Addresses.of(source)), rule);
    }

    private static Addresses ssh(List<String> subnetRules, List<String> interfaceRules) {
        Recorded recorded = network(subnetRules, interfaceRules);
        return new Reachability(recorded, List.of("10.200.0.0/16")).sources(recorded.only("NetworkInterface"), "Tcp", 22);
    }

    /** One interface in one subnet, each with a security group; no rules means no group at all on the interface. */
    private static Recorded network(List<String> subnetRules, List<String> interfaceRules) {
        String interfaceGroup = interfaceRules.isEmpty() ? "" : ", networkSecurityGroup: {id: /nsg/nic}";
        return Recorded.of(List.of(
                registration("network:VirtualNetwork", "/vnet", "{addressSpace: {addressPrefixes: [10.42.0.0/16]}, subnets: ["
                        + "{name: workstations, addressPrefix: 10.42.0.0/18, networkSecurityGroup: {id: /nsg/subnet}}]}"),
                registration("network:NetworkSecurityGroup", "/nsg/subnet", group(subnetRules)),
                registration("network:NetworkSecurityGroup", "/nsg/nic", group(interfaceRules)),
                registration("network:NetworkInterface", "/nic", "{ipConfigurations: [{subnet: {id: /vnet/subnets/workstations}, "
                        + "applicationSecurityGroups: [{id: /asg/Mine}]}]" + interfaceGroup + "}")));
    }

    private static Registration registration(String type, String id, String inputs) {
        return new Registration("azure-native:" + type, id.substring(1), yaml(inputs), id);
    }

    private static String group(List<String> rules) {
        return "{securityRules: [" + String.join(", ", rules.stream().map(ReachabilityTest::rule).toList()) + "]}";
    }

    private static String rule(String shorthand) {
        JsonNode rule = yaml(shorthand);
        String to = rule.has("toGroup")
                ? "destinationApplicationSecurityGroups: [{id: " + rule.get("toGroup").asText() + "}]"
                : "destinationAddressPrefix: '" + rule.path("to").asText("*") + "'";
        return shorthand.replaceFirst("}$", ", name: r, " + to + "}")
                .replace("froms: ", "sourceAddressPrefixes: ")
                .replace("from: ", "sourceAddressPrefix: ")
                .replace(" ports: ", " destinationPortRanges: ")
                .replace(" port: ", " destinationPortRange: ")
                .replaceFirst("}$", rule.has("fromPort") ? "}" : ", sourcePortRange: '*'}")
                .replace("fromPort: ", "sourcePortRange: ")
                .replaceFirst("}$", rule.has("direction") ? "}" : ", direction: Inbound}");
    }

    private static JsonNode yaml(String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }
}
