package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The network interfaces of a virtual machine. */
final class MachineNetwork {
    private static final String INTERFACES = "properties.networkProfile.networkInterfaces";
    private static final Reference EXISTS = Reference.inRegion(INTERFACES + "[].id", NetworkInterfaces.TYPE);

    private MachineNetwork() {}

    static void judge(Put put) throws ArmError {
        given(put);
        EXISTS.judge(put);
        free(put);
        onePrimary(put);
        withinTheSize(put);
        oneNetwork(put);
        countStaysWhileRunning(put);
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void given(Put put) throws ArmError {
        boolean made = put.at("properties.networkProfile.networkInterfaceConfigurations").known();
        if (put.at(INTERFACES).empty() && !made) {
            throw badRequest("InvalidParameter", "Required parameter 'networkProfile' is missing (null).");
        }
    }

    /** NicInUse, 409; from knowledge, the code is not certain. */
    private static void free(Put put) throws ArmError {
        for (Value reference : put.body().each(INTERFACES + "[].id")) {
            Optional<Resource> holder =
                    put.named(reference).flatMap(nic -> NetworkInterfaces.machine(nic.armId(), put.inventory()));
            if (holder.filter(machine -> !machine.armId().same(put.id())).isPresent()) {
                throw conflict(
                        "NicInUse",
                        "Network Interface %s is used by existing resource %s."
                                .formatted(
                                        reference.text().orElse(""),
                                        holder.get().id()));
            }
        }
    }

    /** VirtualMachineMustHaveOneNetworkInterfaceAsPrimary, 400; from knowledge. */
    private static void onePrimary(Put put) throws ArmError {
        List<Value> items = put.body().each(INTERFACES + "[]");
        long primary = items.stream().filter(item -> item.at("properties.primary").isTrue()).count();
        if (items.size() > 1 && primary != 1 && !put.preview()) {
            throw badRequest(
                    "VirtualMachineMustHaveOneNetworkInterfaceAsPrimary",
                    "Virtual machine %s must have one network interface set as the primary.".formatted(put.id()));
        }
    }

    /** NetworkInterfaceCountExceeded, 400; from knowledge. */
    private static void withinTheSize(Put put) throws ArmError {
        Optional<World.Size> size = MachineSizes.known(put.at(VirtualMachines.SIZE), put.world());
        int count = put.body().each(INTERFACES + "[]").size();
        if (size.filter(known -> count > known.networkInterfaces()).isPresent()) {
            throw badRequest(
                    "NetworkInterfaceCountExceeded",
                    ("The number of network interfaces for virtual machine %s exceeds the maximum allowed for the"
                        + " virtual machine size %s. The number of network interfaces is %d and the maximum allowed is"
                        + " %d.")
                            .formatted(
                                    put.id().name(),
                                    size.get().name(),
                                    count,
                                    size.get().networkInterfaces()));
        }
    }

    /** NetworkInterfacesInDifferentVnets, 400; documented: MicrosoftDocs/azure-docs#7715 (rule), the code is not certain. */
    private static void oneNetwork(Put put) throws ArmError {
        Set<String> networks = new HashSet<>();
        for (Value reference : put.body().each(INTERFACES + "[].id")) {
            put.named(reference).stream()
                    .flatMap(nic -> nic.body().each("properties.ipConfigurations[].properties.subnet.id").stream())
                    .flatMap(subnet -> subnet.text().flatMap(ArmId::parse).flatMap(ArmId::parent).stream())
                    .forEach(network -> networks.add(network.key()));
        }
        if (networks.size() > 1) {
            throw badRequest(
                    "NetworkInterfacesInDifferentVnets",
                    "The network interfaces of %s are in different virtual networks.".formatted(put.id()));
        }
    }

    /** AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported, 409; documented: az vm nic add transcript. */
    private static void countStaysWhileRunning(Put put) throws ArmError {
        Optional<Resource> running = put.existing().filter(VirtualMachines::isRunning);
        int before = running.map(machine -> machine.body().each(INTERFACES + "[]").size()).orElse(0);
        int after = put.body().each(INTERFACES + "[]").size();
        if (running.isPresent() && put.at(INTERFACES).known() && before != after && (before == 1 || after == 1)) {
            throw conflict(
                    "AddingOrDeletingNetworkInterfacesOnARunningVirtualMachineNotSupported",
                    ("Virtual machine %s with a single network interface must be stop-deallocated before being updated"
                                    + " to have multiple network interfaces and vice-versa.")
                            .formatted(put.id()));
        }
    }
}
