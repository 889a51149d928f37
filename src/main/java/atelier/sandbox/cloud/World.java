package atelier.sandbox.cloud;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What exists in the simulated Azure before anything is deployed: azure.yaml, read.
 *
 * @param namespaces resource providers that the subscription is registered for
 * @param features preview features that it is registered for, such as {@code Microsoft.Compute/EncryptionAtHost}
 * @param regions by name in ARM's form
 * @param sizes every VM size there is, by name
 * @param computeQuota core quota of virtual machines, by region
 * @param machineLearningQuota core quota of machine-learning clusters, by region
 * @param directory users, groups and applications
 * @param roleAssignments what somebody granted by hand
 * @param roles built-in roles, GUID to name
 * @param policies built-in policy definitions, by GUID
 * @param images published versions by the name of the image definition
 * @param certificates names of the certificates in every vault
 * @param networks virtual networks that somebody else declared
 * @param taken globally unique names that somebody else has, by resource type
 * @param faults failures that are asked for
 */
record World(
        Subscription subscription,
        Set<String> namespaces,
        Set<String> features,
        Map<String, Region> regions,
        Map<String, Size> sizes,
        Map<String, Quota> computeQuota,
        Map<String, Quota> machineLearningQuota,
        Directory directory,
        List<Grant> roleAssignments,
        Map<String, String> roles,
        Map<String, Policy> policies,
        Map<String, List<String>> images,
        Set<String> certificates,
        List<Network> networks,
        Map<String, Set<String>> taken,
        List<Fault> faults) {

    World {
        namespaces = Set.copyOf(namespaces);
        features = Set.copyOf(features);
        regions = caseless(regions);
        sizes = caseless(sizes);
        computeQuota = caseless(computeQuota);
        machineLearningQuota = caseless(machineLearningQuota);
        roleAssignments = List.copyOf(roleAssignments);
        roles = caseless(roles);
        policies = caseless(policies);
        images = caseless(images);
        certificates = Set.copyOf(certificates);
        networks = List.copyOf(networks);
        taken = caseless(taken);
        faults = List.copyOf(faults);
    }

    /**
     * What Azure builds into machines of one size.
     *
     * @param family the quota's name as Azure spells it
     * @param temporaryDisk whether it has a local disk that a resize cannot add or remove
     * @param generations which Hyper-V generations boot on it: 1, 2 or both
     * @param dataDisks how many can be attached
     * @param networkInterfaces how many can be attached
     */
    record Size(
            String name,
            String family,
            int vCpus,
            boolean temporaryDisk,
            boolean trustedLaunch,
            Set<Integer> generations,
            int dataDisks,
            int networkInterfaces) {}

    /**
     * One quota in cores.
     *
     * @param used by what is not in this simulated cloud
     */
    record Limit(int limit, int used) {}

    /**
     * The core quotas of one region.
     *
     * @param regional over all families; machine learning has none
     * @param lowPriority one bucket for all spot or low-priority machines
     */
    record Quota(Map<String, Limit> families, Optional<Limit> regional, Limit lowPriority) {
        Quota {
            families = caseless(families);
        }

        /** A family that nobody asked quota for has none. */
        Limit family(String name) {
            return families.getOrDefault(name, new Limit(0, 0));
        }
    }

    /**
     * A role assignment that somebody made by hand.
     *
     * @param principalId the object id of who holds the role
     * @param roleId the GUID of a built-in role
     */
    record Grant(String principalId, String roleId, ArmId scope) {}

    /** A built-in policy definition. */
    record Policy(String name, Set<String> parameters) {}

    /** A virtual network that exists already. */
    record Network(ArmId id, String location, List<String> addressSpace) {}

    boolean registered(String namespace) {
        return namespaces.stream().anyMatch(namespace::equalsIgnoreCase);
    }

    boolean hasFeature(String feature) {
        return features.stream().anyMatch(feature::equalsIgnoreCase);
    }

    Optional<Network> network(ArmId id) {
        return networks.stream().filter(network -> network.id().same(id)).findFirst();
    }

    boolean hasCertificate(String name) {
        return certificates.stream().anyMatch(name::equalsIgnoreCase);
    }

    boolean isTaken(String type, String name) {
        return taken.getOrDefault(type, Set.of()).stream().anyMatch(name::equalsIgnoreCase);
    }

    private static <V> Map<String, V> caseless(Map<String, V> map) {
        Map<String, V> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
