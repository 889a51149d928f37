package atelier.sandbox.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdTemplateTest {
    private static final String IN_GROUP = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/";
    private final IdTemplate disk = new IdTemplate(IN_GROUP + "Microsoft.Compute/disks/{diskName}");
    private final IdTemplate assignment =
            new IdTemplate("/{scope}/providers/Microsoft.Authorization/roleAssignments/{roleAssignmentName}");

    @Test
    void fillsInTheSubscriptionItself() {
        assertEquals(List.of("resourceGroupName", "diskName"), disk.parameters());
        assertEquals("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d",
                disk.fill(Map.of("subscriptionId", "s", "resourceGroupName", "g", "diskName", "d")::get));
    }

    @Test
    void writesOneSlashBeforeAScope() {
        assertEquals("/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/r",
                assignment.fill(Map.of("scope", "/subscriptions/s", "roleAssignmentName", "r")::get));
        assertEquals("/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/r",
                assignment.fill(Map.of("scope", "subscriptions/s", "roleAssignmentName", "r")::get));
    }

    @Test
    void readsAnIdWhateverItsCase() {
        assertEquals(Optional.of(Map.of("resourceGroupName", "G", "diskName", "D")),
                disk.match("/SUBSCRIPTIONS/s/resourcegroups/G/providers/microsoft.compute/DISKS/D"));
    }

    @Test
    void readsAScopeWithAllItsSlashes() {
        assertEquals(Optional.of(Map.of("scope", "/subscriptions/s/resourceGroups/g", "roleAssignmentName", "r")),
                assignment.match("/subscriptions/s/resourceGroups/g/providers/Microsoft.Authorization/roleAssignments/r"));
    }

    @Test
    void doesNotReadTheIdOfAnotherType() {
        assertEquals(Optional.empty(),
                disk.match("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d/snapshots/x"));
        assertEquals(Optional.empty(), disk.match("/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/images/d"));
    }

    @Test
    void knowsWhatHasNoParentButTheGroup() {
        assertTrue(disk.topLevel());
        assertTrue(new IdTemplate("/subscriptions/{subscriptionId}/resourcegroups/{resourceGroupName}").topLevel());
        assertFalse(assignment.topLevel());
        assertFalse(new IdTemplate(IN_GROUP + "Microsoft.Network/virtualNetworks/{virtualNetworkName}/subnets/{subnetName}")
                .topLevel());
    }
}
