package atelier.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.pulumi.azurenative.authorization.AuthorizationFunctions;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentity;
import com.pulumi.azurenative.managedidentity.UserAssignedIdentityArgs;
import com.pulumi.azurenative.network.VirtualNetwork;
import com.pulumi.azurenative.network.VirtualNetworkArgs;
import com.pulumi.azurenative.network.inputs.SubnetArgs;
import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.search.Service;
import com.pulumi.azurenative.search.ServiceArgs;
import com.pulumi.azurenative.storage.StorageFunctions;
import com.pulumi.azurenative.storage.inputs.ListStorageAccountKeysArgs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingMocksTest {
    private static final String SUBSCRIPTION = "/subscriptions/" + RecordingMocks.SUBSCRIPTION_ID;

    @Test
    void recordsInputsAndAnswersWithArmShapedOutputs() {
        Deployed deployed = Mocked.run(ctx -> {
            var group = new ResourceGroup("compute");
            var identity = new UserAssignedIdentity("notebook", UserAssignedIdentityArgs.builder()
                    .resourceGroupName(group.name())
                    .resourceName("atelier-vision-notebook")
                    .build());
            var network = new VirtualNetwork("network", VirtualNetworkArgs.builder()
                    .resourceGroupName(group.name())
                    .virtualNetworkName("vnet")
                    .flowTimeoutInMinutes(4)
                    .subnets(SubnetArgs.builder().name("workstations").addressPrefix("10.0.0.0/26").build())
                    .build());
            ctx.export("group", group.id());
            ctx.export("principal", identity.principalId());
            ctx.export("subnet", network.subnets().applyValue(subnets -> subnets.orElseThrow().get(0).id().orElseThrow()));
        });

        Recorded recorded = deployed.recorded().resources();
        assertEquals(Map.of(
                "azure-native:resources:ResourceGroup", 1,
                "azure-native:managedidentity:UserAssignedIdentity", 1,
                "azure-native:network:VirtualNetwork", 1), recorded.countsByType());
        String group = SUBSCRIPTION + "/resourceGroups/compute0a1b2c3d";
        assertEquals(group, deployed.outputs().get("group"));
        assertTrue(((String) deployed.outputs().get("principal")).matches("[0-9a-f-]{36}"));
        assertEquals(group + "/providers/Microsoft.Network/virtualNetworks/vnet/subnets/workstations", deployed.outputs()
                .get("subnet"));
        assertEquals("4", recorded.only("VirtualNetwork").text("flowTimeoutInMinutes"));
        assertEquals("10.0.0.0/26", recorded.inputsOf("network:VirtualNetwork", "network").at("/subnets/0/addressPrefix")
                .asText());
        assertTrue(deployed.urns()
                .contains("urn:pulumi:dev::atelier::pulumi:pulumi:Stack$azure-native:resources:ResourceGroup::compute"),
                        deployed.urns()::toString);
    }

    @Test
    void refusesATypeThatTheProgramHasNoBusinessWith() {
        Throwable refused = assertThrows(Throwable.class, () -> Mocked.run(ctx ->
                new Service("search", ServiceArgs.builder().resourceGroupName("data").build())));
        assertTrue(refused.toString().contains("azure-native:search:Service"), refused::toString);
    }

    @Test
    void refusesToListAccountKeys() {
        Throwable refused = assertThrows(Throwable.class, () -> Mocked.run(ctx ->
                ctx.export("keys", StorageFunctions.listStorageAccountKeys(ListStorageAccountKeysArgs.builder()
                        .accountName("st").resourceGroupName("data").build()))));
        assertTrue(refused.toString().contains("azure-native:storage:listStorageAccountKeys"), refused::toString);
    }

    @Test
    void answersWhoIsSignedIn() {
        Deployed deployed = Mocked.run(ctx ->
                ctx.export("subscription", AuthorizationFunctions.getClientConfig()
                        .applyValue(client -> client.subscriptionId())));
        assertEquals(RecordingMocks.SUBSCRIPTION_ID, deployed.outputs().get("subscription"));
        assertEquals(List.of("azure-native:authorization:getClientConfig"), deployed.calls());
    }

    @Test
    void queriesFailInsteadOfAnsweringWithTheWrongResource() {
        Recorded recorded = Mocked.run(ctx -> {
            new ResourceGroup("data");
            new ResourceGroup("compute");
        }).recorded();
        assertThrows(AssertionError.class, () -> recorded.only("ResourceGroup"));
        assertThrows(AssertionError.class, () -> recorded.named("network"));
        assertThrows(AssertionError.class, () -> recorded.ofType("ResourceGroup").named("data").text("location"));
        assertFalse(recorded.named("data").isComponent());
        assertEquals(List.of("compute", "data"), recorded.resources().names());
    }
}
