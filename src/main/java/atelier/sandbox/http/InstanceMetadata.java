package atelier.sandbox.http;

import atelier.sandbox.cloud.ArmId;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Machine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;

/**
 * What a machine is told about itself: the members of API version 2021-12-13 that follow from what was deployed.
 *
 * @see <a href="https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service#instance-metadata">the members</a>
 */
final class InstanceMetadata {
    private final Cloud cloud;
    private final Machine machine;

    InstanceMetadata(Cloud cloud, Machine machine) {
        this.cloud = cloud;
        this.machine = machine;
    }

    ObjectNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("compute", compute());
        document.putObject("network").set("interface", interfaces());
        return document;
    }

    private ObjectNode compute() {
        JsonNode body = machine.body();
        ArmId id = new ArmId(machine.id());
        ObjectNode compute = JsonNodeFactory.instance.objectNode()
                .put("azEnvironment", "AzurePublicCloud")
                // Never shown here: it is on the machine's first DVD only.
                .put("customData", "")
                .put("location", body.path("location").asText())
                .put("name", machine.name())
                .put("osType", "Linux")
                .put("provider", "Microsoft.Compute")
                .put("resourceGroupName", id.resourceGroup().orElseThrow().name())
                .put("resourceId", machine.id())
                .put("subscriptionId", id.subscription().orElseThrow())
                .put("tags", tags(body.path("tags")))
                .put("userData", machine.userData().orElse(""))
                .put("vmId", body.at("/properties/vmId").asText())
                .put("vmScaleSetName", lastSegment(body.at("/properties/virtualMachineScaleSet/id").asText()))
                .put("vmSize", body.at("/properties/hardwareProfile/vmSize").asText())
                .put("zone", body.at("/zones/0").asText());
        compute.set("tagsList", tagsList(body.path("tags")));
        compute.putObject("osProfile")
                .put("adminUsername", body.at("/properties/osProfile/adminUsername").asText())
                .put("computerName", body.at("/properties/osProfile/computerName").asText())
                .put("disablePasswordAuthentication", "true");
        return compute;
    }

    private static String tags(JsonNode tags) {
        return tags.properties().stream()
                .map(tag -> tag.getKey() + ":" + tag.getValue().asText())
                .collect(Collectors.joining(";"));
    }

    private static ArrayNode tagsList(JsonNode tags) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        tags.properties().forEach(tag -> list.addObject().put("name", tag.getKey()).put("value", tag.getValue().asText()));
        return list;
    }

    private ArrayNode interfaces() {
        ArrayNode interfaces = JsonNodeFactory.instance.arrayNode();
        for (JsonNode reference : machine.body().at("/properties/networkProfile/networkInterfaces")) {
            cloud.get(reference.path("id").asText()).ifPresent(nic -> interfaces.add(networkInterface(nic)));
        }
        return interfaces;
    }

    private static ObjectNode networkInterface(JsonNode nic) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (JsonNode configuration : nic.at("/properties/ipConfigurations")) {
            shown.withObject("/ipv4").withArray("ipAddress").addObject()
                    .put("privateIpAddress", configuration.at("/properties/privateIPAddress").asText())
                    .put("publicIpAddress", "");
        }
        return shown.put("macAddress", nic.at("/properties/macAddress").asText().replace("-", ""));
    }

    private static String lastSegment(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
