package atelier.sandbox.access;

import atelier.sandbox.cloud.Cloud;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who of the stack dev may do what: one line for each operation, with the names of those who may. */
final class AccessMatrix {
    private static final String MACHINES = "Microsoft.Compute/virtualMachines";
    private static final String WORKSPACES = "Microsoft.MachineLearningServices/workspaces";
    private static final String ACCOUNTS = "Microsoft.Storage/storageAccounts";
    private static final String IDENTITIES = "Microsoft.ManagedIdentity/userAssignedIdentities";

    private final Cloud cloud;
    private final AccessControl access;
    private final Map<String, String> personas = new LinkedHashMap<>();

    AccessMatrix(Cloud cloud) {
        this.cloud = cloud;
        this.access = CloudAccess.of(cloud);
        cloud.directory().people().forEach(person -> personas.put(person.name(), person.objectId()));
        cloud.directory().outsiders().forEach(person -> personas.put(person.name(), person.objectId()));
        for (ObjectNode identity : cloud.list(IDENTITIES)) {
            personas.put(identity.path("name").asText(), identity.at("/properties/principalId").asText());
        }
    }

    List<String> personas() {
        return List.copyOf(personas.keySet());
    }

    List<String> lines() {
        String ada = named(MACHINES, "vision-ada");
        String grace = named(MACHINES, "vision-grace");
        String workspace = named(WORKSPACES, "atelier-vision-g1");
        String account = only(ACCOUNTS);
        String vault = only("Microsoft.KeyVault/vaults");
        String registry = only("Microsoft.ContainerRegistry/registries");
        String computeGroup = named("Microsoft.Resources/resourceGroups", "atelier-vision-compute");
        List<String> lines = new ArrayList<>();
        for (String machine : List.of(ada, grace)) {
            for (String action : List.of("read", "instanceView/read", "start/action", "deallocate/action", "restart/action",
                    "write", "delete", "runCommand/action", "extensions/write")) {
                lines.add(line(Operation.action(MACHINES + "/" + action), machine));
            }
        }
        lines.add(line(Operation.action(MACHINES + "/write"), computeGroup + "/providers/" + MACHINES + "/vision-new"));
        lines.add(line(Operation.action(IDENTITIES + "/assign/action"), named(IDENTITIES, "vision-ada-agent")));
        lines.add(line(Operation.action("Microsoft.Network/networkSecurityGroups/write"), computeGroup));
        for (String action : List.of("read", "write", "delete", "listKeys/action", "computes/applicationaccess/action",
                "computes/write", "jobs/write", "datastores/listSecrets/action")) {
            lines.add(line(Operation.action(WORKSPACES + "/" + action), workspace));
        }
        lines.add(line(Operation.action("Microsoft.Authorization/roleAssignments/read"), workspace));
        lines.add(line(Operation.action("Microsoft.Authorization/roleDefinitions/read"), workspace));
        lines.add(line(Operation.action("Microsoft.Authorization/roleAssignments/write"), workspace));
        lines.add(line(Operation.action(ACCOUNTS + "/listKeys/action"), account));
        lines.add(line(Operation.action(ACCOUNTS + "/write"), account));
        lines.add(line(Operation.dataAction(ACCOUNTS + "/blobServices/containers/blobs/write"), account));
        lines.add(line(Operation.dataAction(ACCOUNTS + "/fileServices/fileshares/files/read"), account));
        lines.add(line(Operation.dataAction("Microsoft.KeyVault/vaults/secrets/getSecret/action"), vault));
        lines.add(line(Operation.action("Microsoft.KeyVault/vaults/delete"), vault));
        lines.add(line(Operation.action("Microsoft.ContainerRegistry/registries/pull/read"), registry));
        lines.add(line(Operation.action("Microsoft.ContainerRegistry/registries/push/write"), registry));
        return lines;
    }

    private String line(Operation operation, String scope) {
        String allowed = personas.entrySet().stream()
                .filter(persona -> access.allows(persona.getValue(), operation, scope))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
        String where = scope.substring(scope.lastIndexOf('/') + 1);
        String plane = operation.plane() == Operation.Plane.DATA ? "data " : "";
        return plane + operation.name() + " on " + where + ": " + allowed;
    }

    private String named(String type, String name) {
        return cloud.list(type).stream()
                .filter(body -> body.path("name").asText().equals(name))
                .map(body -> body.path("id").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + type + " " + name));
    }

    private String only(String type) {
        List<ObjectNode> all = cloud.list(type);
        if (all.size() != 1) {
            throw new AssertionError("there are " + all.size() + " " + type);
        }
        return all.get(0).path("id").asText();
    }
}
