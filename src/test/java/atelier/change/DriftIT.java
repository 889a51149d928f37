package atelier.change;

import static atelier.change.Dev.assertPlan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.State;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody changed in Azure by hand. */
@ExtendWith(DevStack.class)
class DriftIT {
    @Test
    void whatWasChangedByHandIsFoundAndRepaired(Engine dev) {
        State before = State.of(dev);
        dev.changeCloud(resource("/networksecuritygroups/vision-ada-nsg",
                group -> ((ArrayNode) group.at("/asked/properties/securityRules")).remove(1)));
        dev.changeCloud(resource("/disks/vision-grace-disk", disk -> ((ObjectNode) disk.at("/asked/tags")).remove("costCenter")));
        assertPlan("", dev.preview());
        dev.refresh().succeeded();
        String repair = """
                update compute:Disk grace-disk tags.costCenter
                update network:NetworkSecurityGroup ada-network-nsg securityRules
                """;
        assertPlan(repair, dev.preview());
        assertPlan(repair, dev.up());
        dev.refresh("--expect-no-changes").succeeded();
        assertEquals(before, State.of(dev));
    }

    /** The simulated cloud has no action that stops a machine, so its power state is set as an action would leave it. */
    @Test
    void aStoppedMachineIsNoDrift(Engine dev) {
        State before = State.of(dev);
        dev.changeCloud(resource("/virtualmachines/vision-ada",
                machine -> ((ObjectNode) machine.path("state")).put("powerState", "deallocated")));
        dev.run("refresh", "--preview-only", "--expect-no-changes").succeeded();
        dev.refresh().succeeded();
        assertEquals(before, State.of(dev));
        assertPlan("", dev.preview());
    }

    private static Consumer<ObjectNode> resource(String idEnd, Consumer<JsonNode> change) {
        return resources -> resources.fields().forEachRemaining(entry -> {
            if (entry.getKey().endsWith(idEnd)) {
                change.accept(entry.getValue());
            }
        });
    }
}
