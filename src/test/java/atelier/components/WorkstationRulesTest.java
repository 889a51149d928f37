package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Network;
import atelier.model.Network.Studio;
import atelier.model.SubnetPlan;
import atelier.model.Workstation;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules as values; what a packet meets when it passes both groups is judged where the machines are. */
class WorkstationRulesTest {
    private static final Cidr SPACE = new Cidr("10.42.0.0/16");
    private static final SubnetPlan PLAN = SubnetPlan.of(SPACE);
    private static final Network PUBLIC = open(false, "203.0.113.0/24");
    private static final String REFUSALS =
            """
            4000 Inbound Deny Tcp [*] [22] deny-ssh
            4096 Inbound Deny * [*] [*] deny-all-inbound
            4000 Outbound Deny Tcp [*] [22, 3389] deny-remote-login-outbound
            """;

    @Test
    void withoutSshOnlyHttpsComesIn() {
        assertEquals(
                "100 Inbound Allow Tcp [203.0.113.0/24] [443] allow-https\n" + REFUSALS,
                text(WorkstationRules.nicRules(SharedComponents.GRACE, PUBLIC, PLAN)));
    }

    @Test
    void sshComesInFromItsSourcesOnly() {
        assertEquals(
                """
                100 Inbound Allow Tcp [203.0.113.0/24] [443] allow-https
                1000 Inbound Allow Tcp [203.0.113.7/32] [22] allow-ssh-ada
                """
                        + REFUSALS,
                text(WorkstationRules.nicRules(SharedComponents.ADA, PUBLIC, PLAN)));
    }

    @Test
    void bastionsSubnetIsASourceOfSshWhereSshIsOnAndNowhereElse() {
        Network bastion = open(true, "203.0.113.0/24");
        assertEquals(
                """
                100 Inbound Allow Tcp [203.0.113.0/24] [443] allow-https
                1000 Inbound Allow Tcp [10.42.192.0/26, 203.0.113.7/32] [22] allow-ssh-ada
                """
                        + REFUSALS,
                text(WorkstationRules.nicRules(SharedComponents.ADA, bastion, PLAN)));
        assertEquals(
                text(WorkstationRules.nicRules(SharedComponents.GRACE, PUBLIC, PLAN)),
                text(WorkstationRules.nicRules(SharedComponents.GRACE, bastion, PLAN)));
    }

    @Test
    void aPrivateNetworkLetsItselfAndItsPeersIn() {
        Network closed = new Network(SPACE, new Exposure.Private(List.of(SharedComponents.HUB)), false, Studio.PRIVATE);
        assertEquals(
                "100 Inbound Allow Tcp [VirtualNetwork] [443] allow-https\n" + REFUSALS,
                text(WorkstationRules.nicRules(SharedComponents.GRACE, closed, PLAN)));
    }

    @Test
    void bothAddressFamiliesGetARuleEach() {
        Network both = open(false, "2001:db8:1::/64", "203.0.113.0/24");
        Workstation bob = SharedComponents.workstation("bob", "2001:db8:2::/64", "198.51.100.4/32");
        assertEquals(
                """
                100 Inbound Allow Tcp [203.0.113.0/24] [443] allow-https
                101 Inbound Allow Tcp [2001:db8:1::/64] [443] allow-https6
                1000 Inbound Allow Tcp [198.51.100.4/32] [22] allow-ssh-bob
                1001 Inbound Allow Tcp [2001:db8:2::/64] [22] allow-ssh6-bob
                """
                        + REFUSALS,
                text(WorkstationRules.nicRules(bob, both, PLAN)));
    }

    @Test
    void rangesThatLieWithinOthersAreLeftOut() {
        Network nested = open(false, "203.0.113.128/25", "203.0.113.0/24", "203.0.113.0/24", "198.51.100.0/24");
        assertEquals(
                "100 Inbound Allow Tcp [198.51.100.0/24, 203.0.113.0/24] [443] allow-https\n" + REFUSALS,
                text(WorkstationRules.nicRules(SharedComponents.GRACE, nested, PLAN)));
    }

    @Test
    void theSubnetConfinesSshToEachWorkstationInTheOrderOfTheirNames() {
        Workstation bob = SharedComponents.workstation("bob", "203.0.113.9/32", "2001:db8:2::/64");
        List<Rule> rules = WorkstationRules.subnetRules(
                List.of(SharedComponents.GRACE, bob, SharedComponents.ADA), PUBLIC, PLAN, name -> Output.of("asg-of-" + name));
        assertEquals(
                """
                100 Inbound Allow Tcp [203.0.113.0/24] [443] allow-https
                1000 Inbound Allow Tcp [203.0.113.7/32] [22] allow-ssh-ada, confined
                1001 Inbound Allow Tcp [203.0.113.9/32] [22] allow-ssh-bob, confined
                1002 Inbound Allow Tcp [2001:db8:2::/64] [22] allow-ssh6-bob, confined
                """
                        + REFUSALS,
                text(rules));
    }

    @Test
    void aThousandRulesKeepTheirBand() {
        List<Workstation> many = IntStream.range(0, 400)
                .mapToObj(i -> SharedComponents.workstation("w" + i, "203.0.113.9/32", "2001:db8:2::/64"))
                .toList();
        List<Rule> rules = WorkstationRules.subnetRules(many, PUBLIC, PLAN, name -> Output.of("asg"));
        List<String> taken = rules.stream().map(rule -> rule.direction() + " " + rule.priority()).toList();
        assertEquals(804, rules.size());
        assertEquals(taken.size(), taken.stream().distinct().count());
        assertTrue(rules.stream()
                .filter(rule -> rule.name().startsWith("allow-ssh"))
                .allMatch(rule -> rule.priority() >= WorkstationRules.SSH && rule.priority() < WorkstationRules.REFUSALS));
    }

    @Test
    void ruleNamesNeverMeetEvenWhenAWorkstationIsCalledLikeAFamily() {
        List<Workstation> confusing = Stream.of("ada", "ipv6-ada", "ada-ipv6", "ssh6-ada", "all-inbound")
                .map(name -> SharedComponents.workstation(name, "203.0.113.9/32", "2001:db8:2::/64"))
                .toList();
        List<String> names = WorkstationRules.subnetRules(confusing, PUBLIC, PLAN, name -> Output.of("asg")).stream()
                .map(Rule::name)
                .toList();
        assertEquals(14, names.size());
        assertEquals(names.size(), names.stream().distinct().count());
    }

    private static Network open(boolean bastion, String... sources) {
        List<Cidr> ranges = Stream.of(sources).map(Cidr::new).toList();
        return new Network(SPACE, new Exposure.Public(ranges), bastion, Studio.PRIVATE);
    }

    private static String text(List<Rule> rules) {
        List<String> lines = new ArrayList<>();
        for (Rule rule : rules) {
            lines.add(rule.priority() + " " + rule.direction() + " " + rule.access() + " " + rule.protocol() + " "
                    + rule.sources() + " " + rule.ports() + " " + rule.name() + (rule.group().isPresent() ? ", confined" : ""));
        }
        return String.join("\n", lines) + "\n";
    }
}
