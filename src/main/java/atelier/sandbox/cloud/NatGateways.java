package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;

/** NAT gateways: the way out for subnets. */
final class NatGateways {
    static final String TYPE = "Microsoft.Network/natGateways";
    private static final String ADDRESSES = "properties.publicIpAddresses[].id";

    private NatGateways() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .regional()
                .refersTo(Reference.inRegion(ADDRESSES, PublicAddresses.TYPE))
                .checks(NatGateways::skuIsStandard)
                .checks(NatGateways::addressesAreStandard)
                .checks(NatGateways::addressesAreFree)
                .checks(NatGateways::idleTimeoutIsInRange)
                .checksDelete(NatGateways::unused)
                .answers(NetworkAnswers::common)
                .answers(NatGateways::answer);
    }

    /** NatGatewayInvalidSku, 400; documented: schema enum. */
    private static void skuIsStandard(Put put) throws ArmError {
        if (put.at("sku.name").isNot("Standard")) {
            throw badRequest("NatGatewayInvalidSku", "NAT gateway %s must have sku Standard.".formatted(put.id()));
        }
    }

    /** PublicIpAddressSkuNotCompatibleWithNatGateway, 400; from knowledge, the code is not certain. */
    private static void addressesAreStandard(Put put) throws ArmError {
        for (Value reference : put.body().each(ADDRESSES)) {
            Optional<Resource> address = put.named(reference);
            if (address.isPresent() && address.get().at("sku.name").isNot("Standard")) {
                throw badRequest(
                        "PublicIpAddressSkuNotCompatibleWithNatGateway",
                        "NAT gateway %s needs public IP addresses with sku Standard; %s has not."
                                .formatted(put.id(), address.get().id()));
            }
        }
    }

    private static void addressesAreFree(Put put) throws ArmError {
        for (Value reference : put.body().each(ADDRESSES)) {
            PublicAddresses.free(put, reference, put.id().text());
        }
    }

    /** NatGatewayIdleTimeoutOutOfRange, 400; from knowledge. */
    private static void idleTimeoutIsInRange(Put put) throws ArmError {
        if (put.at("properties.idleTimeoutInMinutes")
                .number()
                .filter(minutes -> minutes < 4 || minutes > 120)
                .isPresent()) {
            throw badRequest(
                    "NatGatewayIdleTimeoutOutOfRange",
                    "NAT gateway %s must have an idle timeout of 4 to 120 minutes.".formatted(put.id()));
        }
    }

    /** InUseNatGatewayCannotBeDeleted, 400; from knowledge. */
    private static void unused(Resource gateway, Inventory inventory) throws ArmError {
        for (ArmId subnet : subnets(gateway, inventory)) {
            throw badRequest(
                    "InUseNatGatewayCannotBeDeleted",
                    "NAT gateway %s cannot be deleted because it is in use by %s.".formatted(gateway.id(), subnet));
        }
    }

    private static List<ArmId> subnets(Resource gateway, Inventory inventory) {
        return Subnets.that(inventory, "properties.natGateway.id", gateway.armId());
    }

    private static void answer(Resource gateway, Members body, Inventory inventory) {
        body.byDefault("properties.idleTimeoutInMinutes", 4);
        if (!subnets(gateway, inventory).isEmpty()) {
            body.setIds("properties.subnets", subnets(gateway, inventory));
        }
    }
}
