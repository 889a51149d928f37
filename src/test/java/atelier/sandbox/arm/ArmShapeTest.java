package atelier.sandbox.arm;

import static atelier.sandbox.TestJson.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.sandbox.schema.Schema;
import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArmShapeTest {
    private final ArmShape shape = new ArmShape(Schema.load());

    @Test
    void putsTheEnvelopeOutsideAndEverythingElseIntoTheProperties() {
        assertArm("azure-native:compute:Disk",
                "{resourceGroupName: 'g', diskName: 'd', location: 'westeurope', tags: {a: 'b'}, sku: {name: 'Premium_LRS'}, "
                        + "diskSizeGB: 64}",
                "{location: 'westeurope', tags: {a: 'b'}, sku: {name: 'Premium_LRS'}, properties: {diskSizeGB: 64}}");
    }

    @Test
    void nestsTheMembersOfARuleOnceMore() {
        assertArm("azure-native:network:NetworkSecurityGroup",
                "{resourceGroupName: 'g', networkSecurityGroupName: 'n', securityRules: [{name: 'r', priority: 100, access: "
                        + "'Deny'}]}",
                "{properties: {securityRules: [{name: 'r', properties: {priority: 100, access: 'Deny'}}]}}");
    }

    @Test
    void leavesAReferenceAlone() {
        assertArm("azure-native:network:NetworkInterface",
                "{resourceGroupName: 'g', networkInterfaceName: 'n', ipConfigurations: [{name: 'i', primary: true, subnet: "
                        + "{id: '/s'}}]}",
                "{properties: {ipConfigurations: [{name: 'i', properties: {primary: true, subnet: {id: '/s'}}}]}}");
    }

    @Test
    void renamesAtEveryLevel() {
        assertArm("azure-native:storage:StorageAccount",
                "{enableHttpsTrafficOnly: true, networkRuleSet: {defaultAction: 'Deny', ipRules: [{iPAddressOrRange: "
                        + "'203.0.113.0/24'}]}}",
                "{properties: {supportsHttpsTrafficOnly: true, networkAcls: {defaultAction: 'Deny', ipRules: [{value: "
                        + "'203.0.113.0/24'}]}}}");
        assertArm("azure-native:authorization:RoleDefinition", "{roleName: 'n', roleType: 'CustomRole'}",
                "{properties: {roleName: 'n', type: 'CustomRole'}}");
    }

    @Test
    void listsIdentitiesWhereArmHasAMap() {
        assertArm("azure-native:compute:VirtualMachine",
                "{identity: {type: 'UserAssigned', userAssignedIdentities: ['/i/1', '/i/2']}}",
                "{identity: {type: 'UserAssigned', userAssignedIdentities: {'/i/1': {}, '/i/2': {}}}}");
    }

    @Test
    void keepsTheVariantOfAUnionWhereItIs() {
        assertArm("azure-native:machinelearningservices:Compute",
                "{computeName: 'c', location: 'westeurope', properties: {computeType: 'AmlCompute', properties: {vmSize: "
                        + "'Standard_D4s_v5'}}}",
                "{location: 'westeurope', properties: {computeType: 'AmlCompute', properties: {vmSize: 'Standard_D4s_v5'}}}");
    }

    @Test
    void keepsWhatIsUnknownAndWhatOnlyTheProviderUses() {
        ObjectNode inputs = json("{vmName: 'v', zones: '" + Sentinel.UNKNOWN + "', userData: '" + Sentinel.UNKNOWN
                + "', __createBeforeDelete: true}");
        assertEquals(json("{zones: '" + Sentinel.UNKNOWN + "', properties: {userData: '" + Sentinel.UNKNOWN + "'}}"),
                shape.toArm("azure-native:compute:VirtualMachine", inputs));
    }

    @Test
    void leavesQueryParametersOutOfTheBody() {
        assertEquals(json("{properties: {shareQuota: 100}}"),
                shape.toArm("azure-native:storage:FileShare",
                        json("{accountName: 'a', shareName: 's', expand: 'snapshots', shareQuota: 100}")));
    }

    @Test
    void readsWhatArmAddsFromTheEnvelopeAndFromTheProperties() {
        assertEquals(json("{name: 'd', type: 'Microsoft.Compute/disks', location: 'westeurope', diskSizeGB: 64, "
                + "provisioningState: 'Succeeded'}"),
                shape.toOutputs("azure-native:compute:Disk", json("{id: '/d', name: 'd', type: 'Microsoft.Compute/disks', "
                        + "location: 'westeurope', properties: {diskSizeGB: 64, provisioningState: 'Succeeded', newInAzure: "
                        + "1}}")));
    }

    @Test
    void flattensWhatOnlyAnswersHave() {
        assertEquals(json("{defaultSecurityRules: [{name: 'AllowVnetInBound', priority: 65000, access: 'Allow'}]}"),
                shape.toOutputs("azure-native:network:NetworkSecurityGroup", json("{properties: {defaultSecurityRules: "
                        + "[{name: 'AllowVnetInBound', properties: {priority: 65000, access: 'Allow'}}]}}")));
    }

    @Test
    void readsApplicationInsightsWithItsOwnSpelling() {
        assertEquals(json("{applicationType: 'web', appId: 'a', instrumentationKey: 'k', kind: 'web'}"),
                shape.toOutputs("azure-native:insights:Component",
                        json("{kind: 'web', properties: {Application_Type: 'web', AppId: 'a', InstrumentationKey: 'k'}}")));
    }

    @Test
    void answersKeepWhatAzureKnowsOfAnIdentity() {
        ObjectNode body = json("{identity: {type: 'UserAssigned', userAssignedIdentities: {'/i/1': {clientId: 'c', "
                + "principalId: 'p'}}}}");
        ObjectNode outputs = shape.toOutputs("azure-native:compute:VirtualMachine", body);
        assertEquals(body, outputs);
        assertEquals(json("{identity: {type: 'UserAssigned', userAssignedIdentities: ['/i/1']}}"),
                shape.toInputs("azure-native:compute:VirtualMachine", outputs));
    }

    @Test
    void derivesTheInputsOfAnImportFromTheIdAndTheAnswer() {
        String id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/d";
        ObjectNode outputs = json("{name: 'd', location: 'westeurope', diskSizeGB: 64, provisioningState: 'Succeeded', "
                + "timeCreated: 't'}");
        assertEquals(Optional.of(json("{resourceGroupName: 'g', diskName: 'd', location: 'westeurope', diskSizeGB: 64}")),
                shape.toInputs("azure-native:compute:Disk", id, outputs));
    }

    @Test
    void derivesNoInputsFromTheIdOfAnotherType() {
        assertEquals(Optional.empty(),
                shape.toInputs("azure-native:compute:Disk", "/subscriptions/s/resourceGroups/g", json("{}")));
    }

    /** The body is as expected, and an answer with the same body gives the body inputs back. */
    private void assertArm(String token, String inputs, String body) {
        assertEquals(json(body), shape.toArm(token, json(inputs)));
        ObjectNode back = shape.toInputs(token, shape.toOutputs(token, json(body)));
        ObjectNode expected = json(inputs).without(Schema.load().facts().get(token).id().parameters());
        assertEquals(expected, back);
    }
}
