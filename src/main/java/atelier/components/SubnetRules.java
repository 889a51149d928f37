package atelier.components;

import atelier.model.SubnetPlan;
import com.pulumi.azurenative.network.inputs.SecurityRuleArgs;
import java.util.List;
import java.util.stream.Stream;

/** The security rules of the subnets that no user connects to. */
final class SubnetRules {
    private SubnetRules() {}

    /** Training nodes talk to each other and to nobody who calls. */
    static List<SecurityRuleArgs> clusters(SubnetPlan plan) {
        List<String> own = List.of(plan.clusters().text());
        Rule each = Rule.allow("allow-own-subnet", 100, own, List.of(Rule.ANY), "The nodes of a job reach each other.");
        return args(each.overAnyProtocol());
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
