package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A deployed virtual machine with what ARM keeps for it and a plain GET does not show. Of custom data a digest is all that is
 * kept.
 *
 * @param body the answer to a plain GET
 * @param userData as it was registered, in Base64
 * @param powerState {@code running}, {@code stopped} or {@code deallocated}
 */
public record Machine(ObjectNode body, Optional<String> userData, String powerState) {

    /** A managed identity that is attached to the machine. */
    public record Identity(String id, String clientId, String principalId) {}

    static Machine of(Resource machine, Inventory inventory) {
        return new Machine(
                ResourceTypes.of(machine.armId()).answer(machine, inventory),
                machine.at(VirtualMachines.USER_DATA).text(),
                machine.state().getOrDefault(VirtualMachines.POWER_STATE, "running"));
    }

    public String id() {
        return body.path("id").textValue();
    }

    public String name() {
        return body.path("name").textValue();
    }

    /** The user-assigned identities, in the order of their ids. */
    public List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        body.at("/identity/userAssignedIdentities").fields().forEachRemaining(entry -> identities.add(new Identity(
                entry.getKey(),
                entry.getValue().path("clientId").textValue(),
                entry.getValue().path("principalId").textValue())));
        return identities;
    }

    /** https://learn.microsoft.com/rest/api/compute/virtual-machines/instance-view */
    public ObjectNode instanceView() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("computerName", body.at("/properties/osProfile/computerName").asText());
        view.withArray("statuses").addObject()
                .put("code", "ProvisioningState/succeeded")
                .put("level", "Info")
                .put("displayStatus", "Provisioning succeeded")
                .put("time", body.at("/properties/timeCreated").asText());
        view.withArray("statuses").addObject()
                .put("code", "PowerState/" + powerState)
                .put("level", "Info")
                .put("displayStatus", "VM " + powerState);
        return view;
    }
}
