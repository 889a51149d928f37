package atelier.components;

import static atelier.components.Rule.VIRTUAL_NETWORK;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.Network;
import atelier.model.ResourceName;
import atelier.model.SshAccess;
import atelier.model.SubnetPlan;
import atelier.model.Workstation;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who may reach a workstation: port 443 as the exposure says, port 22 only where asked for, nothing else.
 *
 * <p>A packet has to pass the subnet's group and the network interface's group, so both say the same. Priorities lie in
 * bands: 443 from {@value #HTTPS}, SSH from {@value #SSH} in the order of the workstations' names, refusals from
 * {@value #REFUSALS}. Ranges of both address families cannot share a rule, so IPv6 ranges have one of their own.
 */
public final class WorkstationRules {
    static final int HTTPS = 100;
    static final int SSH = 1000;
    static final int REFUSALS = 4000;

    private static final List<String> HTTPS_PORT = List.of("443");
    private static final List<String> SSH_PORT = List.of("22");
    private static final List<String> REMOTE_LOGIN_PORTS = List.of("22", "3389");

    private WorkstationRules() {}

    /** One workstation's share, for the network security group of its network interface. */
    public static List<SecurityRuleArgs> forNic(Workstation workstation, Network network, SubnetPlan plan) {
        return args(nicRules(workstation, network, plan));
    }

    /**
     * Everybody's rules, for the network security group of the workstations' subnet.
     *
     * @param groups the ARM id of each workstation's application security group
     */
    static List<SecurityRuleArgs> forSubnet(
            List<Workstation> workstations, Network network, SubnetPlan plan, Function<ResourceName, Output<String>> groups) {
        return args(subnetRules(workstations, network, plan, groups));
    }

    static List<Rule> nicRules(Workstation workstation, Network network, SubnetPlan plan) {
        return everything(https(network), ssh(workstation, network, plan, SSH));
    }

    static List<Rule> subnetRules(
            List<Workstation> workstations, Network network, SubnetPlan plan, Function<ResourceName, Output<String>> groups) {
        List<Rule> ssh = new ArrayList<>();
        for (Workstation workstation : sorted(workstations)) {
            ssh(workstation, network, plan, SSH + ssh.size()).stream()
                    .map(rule -> rule.confinedTo(groups.apply(workstation.name())))
                    .forEach(ssh::add);
        }
        return everything(https(network), ssh);
    }

    private static List<Rule> everything(List<Rule> https, List<Rule> ssh) {
        return Stream.of(https, ssh, List.of(denySsh(), Rule.denyAllInbound(), denyRemoteLoginOutbound()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Rule> https(Network network) {
        if (network.exposure() instanceof Exposure.Public open) {
            return perFamily("allow-https", HTTPS, open.allowedSources(), HTTPS_PORT, "Applications, for the allowed sources.");
        }
        return List.of(Rule.allow(
                "allow-https", HTTPS, List.of(VIRTUAL_NETWORK), HTTPS_PORT, "Applications, for this and the peered networks."));
    }

    private static List<Rule> ssh(Workstation workstation, Network network, SubnetPlan plan, int priority) {
        if (workstation.ssh() instanceof SshAccess.On on) {
            List<Cidr> sources = Stream.concat(on.sources().stream(), bastion(network, plan).stream()).toList();
            String reason = "SSH to " + workstation.name() + ", for the sources named with it.";
            return perFamily("allow-ssh", "-" + workstation.name(), priority, sources, SSH_PORT, reason);
        }
        return List.of();
    }

    private static Optional<Cidr> bastion(Network network, SubnetPlan plan) {
        return network.bastion() ? Optional.of(plan.bastion()) : Optional.empty();
    }

    private static Rule denySsh() {
        String reason = "SSH is off unless a rule above asks for it.";
        return Rule.deny("deny-ssh", REFUSALS, Rule.Direction.INBOUND, SSH_PORT, reason);
    }

    private static Rule denyRemoteLoginOutbound() {
        String reason = "A workstation is no way to the next one.";
        return Rule.deny("deny-remote-login-outbound", REFUSALS, Rule.Direction.OUTBOUND, REMOTE_LOGIN_PORTS, reason);
    }

    private static List<Rule> perFamily(String name, int priority, List<Cidr> sources, List<String> ports, String reason) {
        return perFamily(name, "", priority, sources, ports, reason);
    }

    // The family goes before the suffix, which is a user's word: "allow-ssh6-ada" cannot be another workstation's rule.
    private static List<Rule> perFamily(
            String name, String suffix, int priority, List<Cidr> sources, List<String> ports, String reason) {
        List<Rule> rules = new ArrayList<>();
        List<String> ipv4 = texts(sources, false);
        List<String> ipv6 = texts(sources, true);
        if (!ipv4.isEmpty()) {
            rules.add(Rule.allow(name + suffix, priority, ipv4, ports, reason));
        }
        if (!ipv6.isEmpty()) {
            rules.add(Rule.allow(name + "6" + suffix, priority + rules.size(), ipv6, ports, reason));
        }
        return rules;
    }

    // Azure refuses a rule whose ranges overlap, so one that lies within another is left out.
    private static List<String> texts(List<Cidr> sources, boolean ipv6) {
        List<Cidr> distinct = sources.stream().filter(source -> source.ipv6() == ipv6).distinct().sorted().toList();
        return distinct.stream()
                .filter(source -> distinct.stream().noneMatch(other -> other != source && other.contains(source)))
                .map(Cidr::text)
                .toList();
    }

    private static List<Workstation> sorted(List<Workstation> workstations) {
        return workstations.stream().sorted(Comparator.comparing(Workstation::name)).toList();
    }

    private static List<SecurityRuleArgs> args(List<Rule> rules) {
        return rules.stream().map(Rule::args).toList();
    }
}
