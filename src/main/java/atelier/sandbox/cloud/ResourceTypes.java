package atelier.sandbox.cloud;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The resource types that this cloud has rules for; any other type is kept and answered as it was asked for. */
final class ResourceTypes {
    private static final Map<String, ResourceType> KNOWN = known();

    private ResourceTypes() {}

    static ResourceType of(ArmId id) {
        return KNOWN.getOrDefault(id.type(), ResourceType.named(id.type()));
    }

    /** The names of all types with rules of their own. */
    static Iterable<String> names() {
        return KNOWN.keySet();
    }

    private static Map<String, ResourceType> known() {
        Map<String, ResourceType> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Stream.of(Stream.of(ResourceGroups.type()), access(), network(), compute(), data())
                .flatMap(types -> types)
                .forEach(type -> known.put(type.name(), type));
        return Collections.unmodifiableMap(known);
    }

    private static Stream<ResourceType> access() {
        return Stream.concat(
                ManagedIdentities.types(),
                Stream.of(RoleDefinitions.type(), RoleAssignments.type(), Policies.type(), Budgets.type()));
    }

    private static Stream<ResourceType> network() {
        Stream<ResourceType> single = Stream.of(
                Networks.type(),
                Peerings.type(),
                SecurityGroups.type(),
                SecurityGroups.applicationType(),
                PublicAddresses.type(),
                NatGateways.type(),
                NetworkInterfaces.type(),
                BastionHosts.type());
        return Stream.of(single, PrivateEndpoints.types(), PrivateDns.types()).flatMap(types -> types);
    }

    private static Stream<ResourceType> compute() {
        return Stream.concat(
                Galleries.types(), Stream.of(ScaleSets.type(), VirtualMachines.type(), Disks.type(), Workflows.type()));
    }

    private static Stream<ResourceType> data() {
        Stream<ResourceType> single = Stream.of(
                StorageAccounts.type(), Vaults.type(), Registries.type(), Workspaces.type(), Clusters.type());
        return Stream.of(single, StorageServices.types(), Monitoring.types()).flatMap(types -> types);
    }
}
