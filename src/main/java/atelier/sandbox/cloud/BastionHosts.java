package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;

/** Azure Bastion: the way to private machines through the browser or a tunnel. */
final class BastionHosts {
    static final String TYPE = "Microsoft.Network/bastionHosts";
    private static final String SUBNET_NAME = "AzureBastionSubnet";
    private static final int SMALLEST = 26;
    private static final String CONFIGURATIONS = "properties.ipConfigurations[]";
    private static final List<String> STANDARD_ONLY =
            List.of("enableTunneling", "enableFileCopy", "enableIpConnect", "enableShareableLink");

    private BastionHosts() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .regional()
                .refersTo(Reference.inRegion(CONFIGURATIONS + ".properties.subnet.id", Networks.SUBNET_TYPE))
                .refersTo(Reference.inRegion(CONFIGURATIONS + ".properties.publicIPAddress.id", PublicAddresses.TYPE))
                .checks(BastionHosts::subnetIsItsOwn)
                .checks(BastionHosts::addressIsStandardAndFree)
                .checks(BastionHosts::skuAllowsFeatures)
                .checks(BastionHosts::oneInANetwork)
                .checks(BastionHosts::skuIsNotLowered)
                .answers(NetworkAnswers::common)
                .answers(BastionHosts::answer);
    }

    /** BastionSubnetNotNamedCorrectly, 400; from knowledge, the code is not certain. */
    private static void subnetIsItsOwn(Put put) throws ArmError {
        for (Value reference : put.body().each(CONFIGURATIONS + ".properties.subnet.id")) {
            Optional<ArmId> subnet = reference.text().flatMap(ArmId::parse);
            boolean misnamed = subnet.filter(id -> !id.name().equals(SUBNET_NAME)).isPresent();
            boolean tooSmall = put.named(reference)
                    .flatMap(Subnets::prefix)
                    .filter(prefix -> prefix.length() > SMALLEST)
                    .isPresent();
            if (misnamed || tooSmall) {
                throw badRequest(
                        "BastionSubnetNotNamedCorrectly",
                        "Bastion %s needs a subnet that is called AzureBastionSubnet and is /26 or larger.".formatted(put.id()));
            }
        }
    }

    /** PublicIpAddressSkuNotSupportedForBastion, 400; from knowledge, the code is not certain. */
    private static void addressIsStandardAndFree(Put put) throws ArmError {
        for (Value item : put.body().each(CONFIGURATIONS)) {
            Value reference = item.at("properties.publicIPAddress.id");
            Optional<Resource> address = put.named(reference);
            if (address.filter(found -> found.at("sku.name").isNot("Standard")).isPresent()) {
                throw badRequest(
                        "PublicIpAddressSkuNotSupportedForBastion",
                        "Bastion %s needs a public IP address with sku Standard.".formatted(put.id()));
            }
            PublicAddresses.free(
                    put,
                    reference,
                    put.id() + "/bastionHostIpConfigurations/"
                            + item.at("name").text().orElse(""));
        }
    }

    /** InvalidParameter, 400; documented: schema (2..50). */
    private static void skuAllowsFeatures(Put put) throws ArmError {
        Optional<Integer> units = put.at("properties.scaleUnits").number();
        boolean basic = put.at("sku.name").isNot("Standard");
        boolean featured = STANDARD_ONLY.stream().anyMatch(feature -> put.at("properties." + feature).isTrue());
        if (units.filter(number -> number < 2 || number > 50 || basic && number != 2).isPresent() || basic && featured) {
            throw badRequest(
                    "InvalidParameter",
                    "Bastion %s: scale units of 3 to 50, tunnelling and file copy need sku Standard."
                            .formatted(put.id()));
        }
    }

    /** BastionHostAlreadyExistsInVnet, 400; from knowledge, the code is not certain. */
    private static void oneInANetwork(Put put) throws ArmError {
        for (Value reference : put.body().each(CONFIGURATIONS + ".properties.subnet.id")) {
            Optional<ArmId> subnet = reference.text().flatMap(ArmId::parse);
            for (Resource other : put.inventory().all(TYPE)) {
                boolean there = subnet.isPresent()
                        && other.body().each(CONFIGURATIONS + ".properties.subnet.id").stream()
                                .anyMatch(id -> id.is(subnet.get().text()));
                if (there && !other.armId().same(put.id())) {
                    throw badRequest(
                            "BastionHostAlreadyExistsInVnet",
                            "Bastion %s is in this virtual network already.".formatted(other.id()));
                }
            }
        }
    }

    /** BastionHostSkuDowngradeNotAllowed, 400; from knowledge, the code is not certain. */
    private static void skuIsNotLowered(Put put) throws ArmError {
        if (put.existing()
                        .filter(before -> before.at("sku.name").is("Standard"))
                        .isPresent()
                && put.at("sku.name").isNot("Standard")) {
            throw badRequest(
                    "BastionHostSkuDowngradeNotAllowed",
                    "Bastion %s cannot go from Standard to Basic.".formatted(put.id()));
        }
    }

    private static void answer(Resource bastion, Members body, Inventory inventory) {
        body.byDefault("sku.name", "Basic")
                .byDefault("properties.scaleUnits", 2)
                .set("properties.dnsName", "bst-" + Derived.guid(bastion.armId(), "dnsName") + ".bastion.azure.com");
        for (Members item : body.items("properties.ipConfigurations")) {
            NetworkAnswers.item(bastion, "bastionHostIpConfigurations", item)
                    .byDefault("properties.privateIPAllocationMethod", "Dynamic");
        }
    }
}
