package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of what a security rule matches: ports, addresses, tags and application security groups. */
final class SecurityRuleForm {
    private static final Pattern PORTS = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Za-z0-9]*(\\.[A-Za-z0-9]+)*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]+:[0-9a-fA-F:]*(/\\d{1,3})?");

    private SecurityRuleForm() {}

    static void judge(Put put) throws ArmError {
        for (Value rule : put.body().each("properties.securityRules[].properties")) {
            ports(rule, "sourcePortRange");
            ports(rule, "destinationPortRange");
            addresses(rule, "source");
            addresses(rule, "destination");
        }
    }

    private static void ports(Value rule, String member) throws ArmError {
        Value one = rule.at(member);
        List<Value> many = rule.at(member + "s").items();
        if (one.empty() && rule.at(member + "s").empty()) {
            throw badRequest(
                    "SecurityRuleInvalidPortRange",
                    "Security rule has invalid Port range. Value provided: . Value should be an integer OR integer"
                            + " range with '-' delimiter. Valid range 0-65535.");
        }
        port(one);
        for (Value port : many) {
            port(port);
        }
    }

    /** SecurityRuleInvalidPortRange, 400; from knowledge. */
    private static void port(Value value) throws ArmError {
        if (value.text().isPresent() && !isPortRange(value.text().get())) {
            throw badRequest(
                    "SecurityRuleInvalidPortRange",
                    ("Security rule has invalid Port range. Value provided: %s. Value should be an integer OR integer"
                                    + " range with '-' delimiter. Valid range 0-65535.")
                            .formatted(value.text().get()));
        }
    }

    private static boolean isPortRange(String text) {
        if (text.equals("*")) {
            return true;
        }
        Matcher range = PORTS.matcher(text);
        if (!range.matches()) {
            return false;
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        return from <= to && to <= 65535;
    }

    private static void addresses(Value rule, String side) throws ArmError {
        Value one = rule.at(side + "AddressPrefix");
        Value many = rule.at(side + "AddressPrefixes");
        Value groups = rule.at(side + "ApplicationSecurityGroups");
        exactlyOne(one, many, groups, side);
        address(one);
        for (Value item : many.items()) {
            address(item);
            plain(item, many.items().size());
        }
    }

    /** SecurityRuleSourceAddressPrefixNotProvided and its like, 400; from knowledge, the codes are not certain. */
    private static void exactlyOne(Value one, Value many, Value groups, String side) throws ArmError {
        String name = side.equals("source") ? "Source" : "Destination";
        if (one.empty() && many.empty() && groups.empty()) {
            throw badRequest(
                    "SecurityRule" + name + "AddressPrefixNotProvided",
                    "Security rule has no " + name + " address prefix, prefixes or application security groups.");
        }
        long given = List.of(one, many, groups).stream().filter(value -> value.known() && !value.empty()).count();
        if (given > 1) {
            throw badRequest(
                    "SecurityRuleParameterContainsUnsupportedValue",
                    "Security rule has more than one of " + name
                            + " address prefix, prefixes and application security groups.");
        }
    }

    /** SecurityRuleInvalidAddressPrefix, 400; from knowledge. */
    private static void address(Value value) throws ArmError {
        if (value.text().filter(text -> !isAddress(text)).isPresent()) {
            throw badRequest(
                    "SecurityRuleInvalidAddressPrefix",
                    "Security rule has invalid Address prefix. Value provided: " + value.text().get());
        }
    }

    private static boolean isAddress(String text) {
        return text.equals("*")
                || Prefix.isAddress(text)
                || Prefix.parse(text).filter(prefix -> !prefix.hasHostBits()).isPresent()
                || IPV6.matcher(text).matches()
                || TAG.matcher(text).matches();
    }

    /** SecurityRuleInvalidAddressPrefixesCount, 400; from knowledge, the code is not certain. */
    private static void plain(Value item, int count) throws ArmError {
        if (count > 1 && item.text().filter(text -> text.equals("*") || TAG.matcher(text).matches()).isPresent()) {
            throw badRequest(
                    "SecurityRuleInvalidAddressPrefixesCount",
                    "A list of address prefixes may not hold '%s' beside others.".formatted(item.text().get()));
        }
    }
}
