package atelier.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** What Azure computes of a resource, as plausible values that are the same in every run. */
final class ComputedOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String location;
    private final Map<String, BiConsumer<String, ObjectNode>> byType = Map.ofEntries(
            Map.entry("azure-native:managedidentity:UserAssignedIdentity", this::identity),
            Map.entry("azure-native:network:PublicIPAddress", this::publicAddress),
            Map.entry("azure-native:network:NetworkInterface", this::networkInterface),
            Map.entry("azure-native:network:VirtualNetwork", (id, state) -> idsFor(id, "subnets", state)),
            Map.entry("azure-native:network:NetworkSecurityGroup", (id, state) -> idsFor(id, "securityRules", state)),
            Map.entry("azure-native:network:PrivateEndpoint", this::privateEndpoint),
            Map.entry("azure-native:network:BastionHost",
                    (id, state) -> state.put("dnsName", "bst-" + guid(id) + ".bastion.example")),
            Map.entry("azure-native:keyvault:Vault", this::vault),
            Map.entry("azure-native:containerregistry:Registry",
                    (id, state) -> state.put("loginServer", name(id) + ".azurecr.io")),
            Map.entry("azure-native:storage:StorageAccount", this::storageAccount),
            Map.entry("azure-native:operationalinsights:Workspace", (id, state) -> state.put("customerId", guid(id))),
            Map.entry("azure-native:insights:Component", this::applicationInsights),
            Map.entry("azure-native:machinelearningservices:Workspace", (id, state) -> state.put("workspaceId", guid(id))),
            Map.entry("azure-native:compute:VirtualMachine", (id, state) -> state.put("vmId", guid(id))));

    ComputedOutputs(String location) {
        this.location = location;
    }

    /** The inputs, completed with what Azure adds. */
    Map<String, Object> of(String id, String type, ObjectNode state) {
        state.put("name", name(id));
        state.put("type", armType(id));
        if (!state.has("location")) {
            state.put("location", location);
        }
        if (state.path("identity").path("type").asText().contains("SystemAssigned")) {
            state.withObject("/identity").put("principalId", guid(id + "/identity")).put("tenantId", RecordingMocks.TENANT_ID);
        }
        attached(state);
        byType.getOrDefault(type, (anyId, unchanged) -> {}).accept(id, state);
        return JSON.convertValue(state, new TypeReference<>() {});
    }

    /** A list of ids comes back as a map from each id to what it is attached as. */
    private static void attached(ObjectNode state) {
        JsonNode ids = state.path("identity").path("userAssignedIdentities");
        if (ids.isArray()) {
            ObjectNode attached = JSON.createObjectNode();
            ids.forEach(id -> attached.putObject(id.asText())
                    .put("principalId", guid(id.asText()))
                    .put("clientId", guid(id.asText() + "/client")));
            ((ObjectNode) state.get("identity")).set("userAssignedIdentities", attached);
        }
    }

    private void identity(String id, ObjectNode state) {
        state.put("principalId", guid(id));
        state.put("clientId", guid(id + "/client"));
        state.put("tenantId", RecordingMocks.TENANT_ID);
    }

    private void publicAddress(String id, ObjectNode state) {
        state.put("ipAddress", "198.51.100." + (1 + number(id, 254)));
        JsonNode label = state.path("dnsSettings").path("domainNameLabel");
        if (label.isTextual()) {
            state.withObject("/dnsSettings")
                    .put("fqdn", label.asText() + "." + state.get("location").asText() + ".cloudapp.azure.com");
        }
    }

    private void networkInterface(String id, ObjectNode state) {
        idsFor(id, "ipConfigurations", state);
        state.path("ipConfigurations").forEach(configuration -> {
            ((ObjectNode) configuration)
                    .put("privateIPAddress", "10.42." + number(id, 64) + "." + (4 + number(id + "/last", 250)));
        });
    }

    private void privateEndpoint(String id, ObjectNode state) {
        ArrayNode interfaces = state.putArray("networkInterfaces");
        interfaces.addObject().put("id", id.replace("/privateEndpoints/", "/networkInterfaces/") + ".nic");
    }

    private void vault(String id, ObjectNode state) {
        state.withObject("/properties").put("vaultUri", "https://" + name(id) + ".vault.azure.net/");
    }

    private void storageAccount(String id, ObjectNode state) {
        ObjectNode endpoints = state.putObject("primaryEndpoints");
        for (String service : new String[] {"blob", "file", "queue", "table"}) {
            endpoints.put(service, "https://" + name(id) + "." + service + ".core.windows.net/");
        }
    }

    private void applicationInsights(String id, ObjectNode state) {
        state.put("instrumentationKey", guid(id));
        state.put("connectionString", "InstrumentationKey=" + guid(id));
    }

    private static void idsFor(String id, String list, ObjectNode state) {
        for (JsonNode element : state.path(list)) {
            if (element.path("name").isTextual()) {
                ((ObjectNode) element).put("id", id + "/" + list + "/" + element.get("name").asText());
            }
        }
    }

    private static String name(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String armType(String id) {
        int providers = id.lastIndexOf("/providers/");
        if (providers < 0) {
            return "Microsoft.Resources/resourceGroups";
        }
        String[] parts = id.substring(providers + "/providers/".length()).split("/");
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return type.toString();
    }

    private static String guid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static int number(String text, int bound) {
        return Math.floorMod(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).hashCode(), bound);
    }
}
