package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.schema.Schema;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private final Schema schema = Schema.load();

    private ObjectNode forecast(String token, String inputs) {
        return Forecast.outputs(schema.resource(token), json(inputs));
    }

    @Test
    void everyOutputIsThereAndUnknownUnlessAnInputSaysIt() {
        ObjectNode outputs = forecast("azure-native:network:ApplicationSecurityGroup",
                "{resourceGroupName: 'g', applicationSecurityGroupName: 'a', location: 'westeurope', tags: {owner: 'o'}}");
        assertEquals(json(("{location: 'westeurope', tags: {owner: 'o'}, name: '?', etag: '?', provisioningState: '?', "
                + "resourceGuid: '?', type: '?'}")
                .replace("?", Sentinel.UNKNOWN)), outputs);
    }

    @Test
    void followsNestedObjectsAndLists() {
        ObjectNode outputs = forecast("azure-native:network:NetworkInterface",
                "{ipConfigurations: [{name: 'i', subnet: {id: '/s'}}], location: 'westeurope'}");
        assertEquals("i", outputs.at("/ipConfigurations/0/name").textValue());
        assertEquals("/s", outputs.at("/ipConfigurations/0/subnet/id").textValue());
        assertEquals(Sentinel.UNKNOWN, outputs.at("/ipConfigurations/0/privateIPAddress").textValue());
        assertTrue(Sentinel.isUnknown(outputs.get("macAddress")));
    }

    @Test
    void whatComesBackInAnotherShapeIsUnknown() {
        ObjectNode outputs = forecast("azure-native:compute:VirtualMachine",
                "{identity: {type: 'UserAssigned', userAssignedIdentities: ['/i']}}");
        assertEquals("UserAssigned", outputs.at("/identity/type").textValue());
        assertTrue(Sentinel.isUnknown(outputs.at("/identity/userAssignedIdentities")));
        assertTrue(Sentinel.isUnknown(forecast("azure-native:machinelearningservices:Compute",
                "{properties: {computeType: 'AmlCompute'}}").get("properties")));
    }

    @Test
    void anUnknownInputStaysUnknown() {
        assertTrue(Sentinel.isUnknown(forecast("azure-native:compute:Disk", "{zones: '" + Sentinel.UNKNOWN + "'}").get("zones")));
    }
}
