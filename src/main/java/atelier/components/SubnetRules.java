package atelier.components;

import atelier.model.SubnetPlan;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The security rules of the subnets that no user connects to. */
final class SubnetRules {
    private SubnetRules() {}

    /** Training nodes talk to each other and to nobody who calls. */
    static List<SecurityRuleArgs> clusters(SubnetPlan plan) {
        return args(new Rule(
                "allow-own-subnet",
                100,
                Rule.Direction.Inbound,
                Rule.Access.Allow,
                Rule.ANY,
                List.of(plan.clusters().text()),
                Optional.empty(),
                List.of(Rule.ANY),
                "The nodes of a job reach each other."));
    }

    /** Private endpoints answer HTTPS and, for the share, SMB. */
    static List<SecurityRuleArgs> endpoints() {
        return args(Rule.allow(
                "allow-services",
                100,
                List.of(Rule.VIRTUAL_NETWORK),
                List.of("443", "445"),
                "HTTPS of every service and SMB of the share, for this and the peered networks."));
    }

    private static List<SecurityRuleArgs> args(Rule allowed) {
        return Stream.of(allowed, Rule.denyAllInbound()).map(Rule::args).toList();
    }
}
