package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Locale;
import java.util.stream.Stream;

/** Container registries. */
final class Registries {
    static final String TYPE = "Microsoft.ContainerRegistry/registries";

    private Registries() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[a-zA-Z0-9]{5,50}",
                        "InvalidName",
                        "The registry name {name} is invalid: 5 to 50 letters and digits.")
                .regional()
                .checks(Identities::exist)
                .checks(Registries::nameIsFree)
                .checks(Registries::skuAllows)
                .checks(Registries::redundancyStays)
                .answers(Identities::answer)
                .answers(SystemData::answer)
                .answers(Registries::answer);
    }

    /** AlreadyInUse, 409; from knowledge. */
    private static void nameIsFree(Put put) throws ArmError {
        if (put.nameIsTaken()) {
            throw conflict(
                    "AlreadyInUse",
                    ("The registry DNS name %s.azurecr.io is already in use. You can check if the name is already"
                        + " claimed using following API: "
                        + "https://docs.microsoft.com/en-us/rest/api/containerregistry/registries/checknameavailability")
                            .formatted(put.id().name()));
        }
    }

    /** SkuNotSupported, 400; from knowledge. */
    private static void skuAllows(Put put) throws ArmError {
        boolean premiumOnly = put.at("properties.publicNetworkAccess").is("Disabled")
                || put.at("properties.networkRuleSet").known()
                || put.at("properties.zoneRedundancy").is("Enabled")
                || put.at("properties.encryption.status").is("enabled")
                || put.at("properties.dataEndpointEnabled").isTrue()
                || put.at("properties.policies.retentionPolicy.status").is("enabled");
        if (premiumOnly && put.at("sku.name").isNot("Premium")) {
            throw badRequest(
                    "SkuNotSupported",
                    ("Network rules, disabled public access, zone redundancy, encryption, data endpoints and retention of "
                                    + "registry %s need sku Premium.")
                            .formatted(put.id().name()));
        }
    }

    /** InvalidArgument, 400; from knowledge. */
    private static void redundancyStays(Put put) throws ArmError {
        boolean wasOff = put.existing()
                .filter(before -> before.at("properties.zoneRedundancy").isNot("Enabled"))
                .isPresent();
        boolean turnsOn = wasOff && put.at("properties.zoneRedundancy").is("Enabled");
        boolean turnsOff = !put.creates() && !wasOff && put.at("properties.zoneRedundancy").isNot("Enabled");
        if (turnsOn || turnsOff) {
            throw badRequest(
                    "InvalidArgument",
                    "zoneRedundancy of registry %s cannot be changed."
                            .formatted(put.id().name()));
        }
    }

    private static void answer(Resource registry, Members body, Inventory inventory) {
        String name = registry.armId().name().toLowerCase(Locale.ROOT);
        ArrayNode hosts = JsonNodeFactory.instance.arrayNode();
        if (registry.at("properties.dataEndpointEnabled").isTrue()) {
            hosts.add(name + "." + registry.location() + ".data.azurecr.io");
        }
        body.set("properties.loginServer", name + ".azurecr.io")
                .set("properties.creationDate", registry.created())
                .set("properties.provisioningState", "Succeeded")
                .set("properties.dataEndpointHostNames", hosts)
                .set("sku.tier", body.text("sku.name"))
                .byDefault("properties.adminUserEnabled", false)
                .byDefault("properties.anonymousPullEnabled", false)
                .byDefault("properties.dataEndpointEnabled", false)
                .byDefault("properties.networkRuleBypassOptions", "AzureServices")
                .byDefault("properties.publicNetworkAccess", "Enabled")
                .byDefault("properties.zoneRedundancy", "Disabled")
                .byDefault("properties.policies.exportPolicy.status", "enabled")
                .byDefault("properties.policies.retentionPolicy.days", 7);
        Stream.of("quarantinePolicy", "trustPolicy", "retentionPolicy")
                .forEach(policy -> body.byDefault("properties.policies." + policy + ".status", "disabled"));
        PrivateConnections.answer(registry, body, inventory);
    }
}
