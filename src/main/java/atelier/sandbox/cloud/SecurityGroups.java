package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Network security groups and the application security groups that their rules name. */
final class SecurityGroups {
    static final String TYPE = "Microsoft.Network/networkSecurityGroups";
    static final String APPLICATION_TYPE = "Microsoft.Network/applicationSecurityGroups";
    private static final String RULES = "properties.securityRules[]";
    private static final int MOST_RULES = 1000;

    private SecurityGroups() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .regional()
                .refersTo(Reference.inRegion(
                        RULES + ".properties.sourceApplicationSecurityGroups[].id", APPLICATION_TYPE))
                .refersTo(Reference.inRegion(
                        RULES + ".properties.destinationApplicationSecurityGroups[].id", APPLICATION_TYPE))
                .checks(SecurityGroups::ruleCount)
                .checks(SecurityGroups::namesAreUnique)
                .checks(SecurityGroups::prioritiesAreInRange)
                .checks(SecurityGroups::prioritiesAreUnique)
                .checks(SecurityRuleForm::judge)
                .checksDelete(SecurityGroups::unused)
                .answers(NetworkAnswers::common)
                .answers(SecurityGroups::answer);
    }

    static ResourceType applicationType() {
        return ResourceType.named(APPLICATION_TYPE)
                .regional()
                .checksDelete(SecurityGroups::applicationGroupUnused)
                .answers(NetworkAnswers::common);
    }

    /** SecurityRuleCountLimitReached, 400; from knowledge. */
    private static void ruleCount(Put put) throws ArmError {
        if (put.body().each(RULES).size() > MOST_RULES) {
            throw badRequest(
                    "SecurityRuleCountLimitReached",
                    "Network security group %s has more than 1000 rules.".formatted(put.id()));
        }
    }

    /** SecurityRuleNameConflict, 400; from knowledge, the code is not certain. */
    private static void namesAreUnique(Put put) throws ArmError {
        Set<String> names = new HashSet<>();
        for (Value rule : put.body().each(RULES)) {
            String name = rule.at("name").text().orElse("");
            if (!name.isEmpty() && !names.add(name.toLowerCase(Locale.ROOT))) {
                throw badRequest("SecurityRuleNameConflict", "Two security rules are called '" + name + "'.");
            }
        }
    }

    /** SecurityRuleInvalidPriority, 400; documented: public excerpts. */
    private static void prioritiesAreInRange(Put put) throws ArmError {
        for (Value rule : put.body().each(RULES)) {
            Value priority = rule.at("properties.priority");
            if (priority.absent() || priority.number().filter(number -> number < 100 || number > 4096).isPresent()) {
                throw badRequest(
                        "SecurityRuleInvalidPriority",
                        "Security rule has invalid Priority. Value provided: %s Allowed range 100-4096."
                                .formatted(priority.number().map(String::valueOf).orElse("")));
            }
        }
    }

    /** SecurityRuleConflict, 400; documented: Azure/aks-engine#2106. */
    private static void prioritiesAreUnique(Put put) throws ArmError {
        Map<String, String> seen = new HashMap<>();
        for (Value rule : put.body().each(RULES)) {
            Value priority = rule.at("properties.priority");
            Value direction = rule.at("properties.direction");
            if (priority.number().isPresent() && direction.text().isPresent()) {
                String name = rule.at("name").text().orElse("");
                String place = direction.text().get().toLowerCase(Locale.ROOT) + " " + priority.number().get();
                String other = seen.putIfAbsent(place, name);
                if (other != null) {
                    throw badRequest(
                            "SecurityRuleConflict",
                            ("Security rule %s conflicts with rule %s. Rules cannot have the same Priority and"
                                            + " Direction. To learn more, see aka.ms/nsgrules.")
                                    .formatted(other, name));
                }
            }
        }
    }

    /** InUseNetworkSecurityGroupCannotBeDeleted, 400; from knowledge. */
    private static void unused(Resource group, Inventory inventory) throws ArmError {
        List<String> users = Stream.concat(
                        subnets(group, inventory).stream(),
                        inventory
                                .mentions(group.armId(), NetworkInterfaces.TYPE, "properties.networkSecurityGroup.id")
                                .stream()
                                .map(mention -> mention.by().armId()))
                .map(ArmId::text)
                .toList();
        if (!users.isEmpty()) {
            throw badRequest(
                    "InUseNetworkSecurityGroupCannotBeDeleted",
                    ("Network security group %s cannot be deleted because it is in use by the following resources: %s."
                                    + " In order to delete the Network security group, remove the association with the"
                                    + " resource(s). To learn how to do this, see aka.ms/deletensg.")
                            .formatted(group.id(), String.join(", ", users)));
        }
    }

    /** InUseApplicationSecurityGroupCannotBeDeleted, 400; from knowledge. */
    private static void applicationGroupUnused(Resource group, Inventory inventory) throws ArmError {
        Stream<Inventory.Mention> users = Stream.of(
                        inventory.mentions(
                                group.armId(), TYPE, RULES + ".properties.sourceApplicationSecurityGroups[].id"),
                        inventory.mentions(
                                group.armId(), TYPE, RULES + ".properties.destinationApplicationSecurityGroups[].id"),
                        inventory.mentions(
                                group.armId(),
                                NetworkInterfaces.TYPE,
                                "properties.ipConfigurations[].properties.applicationSecurityGroups[].id"))
                .flatMap(List::stream);
        List<String> ids = users.map(mention -> mention.by().id()).distinct().toList();
        if (!ids.isEmpty()) {
            throw badRequest(
                    "InUseApplicationSecurityGroupCannotBeDeleted",
                    "Application security group %s cannot be deleted because it is in use by the following resources: %s."
                            .formatted(group.id(), String.join(", ", ids)));
        }
    }

    /** The ids of the subnets that a group guards. */
    private static List<ArmId> subnets(Resource group, Inventory inventory) {
        return Subnets.that(inventory, "properties.networkSecurityGroup.id", group.armId());
    }

    private static void answer(Resource group, Members body, Inventory inventory) {
        body.emptyListByDefault("properties.securityRules").set("properties.defaultSecurityRules", defaultRules(group));
        body.items("properties.securityRules").forEach(rule -> NetworkAnswers.item(group, "securityRules", rule));
        List<ArmId> subnets = subnets(group, inventory);
        if (!subnets.isEmpty()) {
            body.setIds("properties.subnets", subnets);
        }
        List<ArmId> interfaces =
                inventory.mentions(group.armId(), NetworkInterfaces.TYPE, "properties.networkSecurityGroup.id").stream()
                        .map(mention -> mention.by().armId())
                        .toList();
        if (!interfaces.isEmpty()) {
            body.setIds("properties.networkInterfaces", interfaces);
        }
    }

    private static ArrayNode defaultRules(Resource group) {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        defaultRule(group, rules, "AllowVnetInBound", "Inbound", "Allow", 65000, "VirtualNetwork", "VirtualNetwork");
        defaultRule(group, rules, "AllowAzureLoadBalancerInBound", "Inbound", "Allow", 65001, "AzureLoadBalancer", "*");
        defaultRule(group, rules, "DenyAllInBound", "Inbound", "Deny", 65500, "*", "*");
        defaultRule(group, rules, "AllowVnetOutBound", "Outbound", "Allow", 65000, "VirtualNetwork", "VirtualNetwork");
        defaultRule(group, rules, "AllowInternetOutBound", "Outbound", "Allow", 65001, "*", "Internet");
        defaultRule(group, rules, "DenyAllOutBound", "Outbound", "Deny", 65500, "*", "*");
        return rules;
    }

    private static void defaultRule(
            Resource group,
            ArrayNode rules,
            String name,
            String direction,
            String access,
            int priority,
            String source,
            String destination) {
        Members rule = new Members(rules.addObject()).set("name", name);
        NetworkAnswers.item(group, "defaultSecurityRules", rule)
                .set("properties.protocol", "*")
                .set("properties.sourcePortRange", "*")
                .set("properties.destinationPortRange", "*")
                .set("properties.sourceAddressPrefix", source)
                .set("properties.destinationAddressPrefix", destination)
                .set("properties.access", access)
                .set("properties.priority", priority)
                .set("properties.direction", direction);
    }
}
