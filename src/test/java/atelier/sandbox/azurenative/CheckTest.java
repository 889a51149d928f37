package atelier.sandbox.azurenative;

import static atelier.sandbox.TestJson.json;
import static atelier.sandbox.azurenative.World.urn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.wire.Sentinel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String VM = "azure-native:compute:VirtualMachine";
    private static final String NSG = "azure-native:network:NetworkSecurityGroup";
    private static final String CLUSTER = "azure-native:machinelearningservices:Compute";
    @TempDir
    Path directory;
    private World world;

    @BeforeEach
    void open() {
        world = new World(directory, Optional.of("westeurope"));
    }

    private Checked check(String token, String name, String olds, String news) {
        return world.provider.check(urn(token, name), json(olds), json(news));
    }

    @Test
    void namesATopLevelResourceWithEightRandomDigits() {
        ObjectNode first = check(World.DISK, "data", "{}", "{resourceGroupName: 'g', creationData: {createOption: 'Empty'}}")
                .inputs();
        ObjectNode second = check(World.DISK, "data", "{}", "{resourceGroupName: 'g', creationData: {createOption: 'Empty'}}")
                .inputs();
        assertTrue(first.get("diskName").textValue().matches("data[0-9a-f]{8}"), first.toString());
        assertNotEquals(first.get("diskName"), second.get("diskName"));
        assertTrue(first.get("__createBeforeDelete").booleanValue());
        assertTrue(check(World.GROUP, "rg", "{}", "{}").inputs().get("resourceGroupName").textValue().matches("rg[0-9a-f]{8}"));
    }

    @Test
    void keepsTheNameThatAnEarlierRunMadeUp() {
        Checked checked = check(World.DISK, "data", "{diskName: 'data12345678', __createBeforeDelete: true}",
                "{resourceGroupName: 'g', creationData: {createOption: 'Empty'}}");
        assertEquals("data12345678", checked.inputs().get("diskName").textValue());
        assertTrue(checked.inputs().get("__createBeforeDelete").booleanValue());
    }

    @Test
    void namesAChildLikeItsDeclarationAndARoleAssignmentWithAUuid() {
        ObjectNode child = check("azure-native:network:Subnet", "workstations", "{}",
                "{resourceGroupName: 'g', virtualNetworkName: 'v'}").inputs();
        assertEquals("workstations", child.get("subnetName").textValue());
        assertFalse(child.has("__createBeforeDelete"));
        ObjectNode role = check("azure-native:authorization:RoleAssignment", "ra", "{}",
                "{scope: '/subscriptions/s', principalId: 'p', roleDefinitionId: 'r'}").inputs();
        assertTrue(role.get("roleAssignmentName").textValue().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }

    @Test
    void takesTheLocationFromTheOldInputsThenTheConfigurationThenTheGroup() {
        world.group("g");
        String news = "{resourceGroupName: 'g', creationData: {createOption: 'Empty'}}";
        assertEquals("northeurope", check(World.DISK, "d", "{location: 'northeurope'}", news).inputs().get("location")
                .textValue());
        assertEquals("westeurope", check(World.DISK, "d", "{}", news).inputs().get("location").textValue());
        world = new World(directory, Optional.empty());
        assertEquals("westeurope", check(World.DISK, "d", "{}", news).inputs().get("location").textValue());
        assertEquals(Sentinel.UNKNOWN, check(World.DISK, "d", "{}", news.replace("'g'", "'" + Sentinel.UNKNOWN + "'"))
                .inputs().get("location").textValue());
    }

    @Test
    void saysWhereALocationCanComeFrom() {
        world = new World(directory, Optional.empty());
        assertEquals(List.of("missing required property 'location'. Either set it explicitly or configure it with "
                + "'pulumi config set azure-native:location <value>'."), world.failures(World.GROUP, json("{}")));
    }

    @Test
    void doesNotAskARoleAssignmentForALocation() {
        assertEquals(List.of(), world.failures("azure-native:authorization:RoleAssignment",
                json("{scope: '/subscriptions/s', principalId: 'p', roleDefinitionId: 'r'}")));
    }

    @Test
    void reportsAllThatIsMissingAtOnce() {
        assertEquals(List.of("missing required property 'resourceGroupName'",
                "missing required property 'storageProfile.dataDisks[0].createOption'",
                "missing required property 'storageProfile.dataDisks[0].lun'"),
                world.failures(VM, json("{storageProfile: {dataDisks: [{name: 'd'}]}}")));
    }

    @Test
    void reportsMistypedValuesInAzureNativesWords() {
        assertEquals(List.of("'diskSizeGB' should be of type 'integer' but got a string",
                "'sku' should be of type 'object' but got a string",
                "'tags.team' should be of type 'string' but got a number",
                "'zones' should be of type 'array' but got a string"),
                world.failures(World.DISK, json("{resourceGroupName: 'g', creationData: {createOption: 'Empty'}, diskSizeGB: "
                        + "'64', "
                        + "sku: 'Premium_LRS', tags: {team: 1}, zones: '1'}")));
    }

    @Test
    void aFractionIsNoInteger() {
        assertEquals(List.of("'diskSizeGB' should be of type 'integer' but got a number"),
                world.failures(World.DISK, json("{resourceGroupName: 'g', creationData: {createOption: 'Empty'}, diskSizeGB: "
                        + "0.5}")));
    }

    @Test
    void catchesMisspeltPropertiesOfManyTypes() {
        assertEquals(List.of("unknown property 'hardwareProfile.vmsize'; allowed here: vmSize, vmSizeProperties"),
                world.failures(VM, json("{resourceGroupName: 'g', hardwareProfile: {vmsize: 'Standard_D4s_v5'}}")));
        assertEquals(List.of("unknown property 'dnsSettings.domainNameLable'; allowed here: domainNameLabel, "
                + "domainNameLabelScope, fqdn, reverseFqdn"),
                world.failures("azure-native:network:PublicIPAddress",
                        json("{resourceGroupName: 'g', dnsSettings: {domainNameLable: 'a'}}")));
        assertEquals(List.of("unknown property 'resourcename'; allowed here: location, resourceGroupName, resourceName, tags"),
                world.failures("azure-native:managedidentity:UserAssignedIdentity",
                        json("{resourceGroupName: 'g', resourcename: 'a'}")));
    }

    @Test
    void catchesTextsThatAnEnumDoesNotHave() {
        assertEquals(List.of("'securityRules[0].access' is 'allow'; allowed: Allow, Deny"), world.failures(NSG, json(
                "{resourceGroupName: 'g', securityRules: [{access: 'allow', direction: 'Inbound', protocol: 'Tcp'}]}")));
        assertEquals(List.of("'sku.name' is 'Developer'; allowed: Basic, Standard"),
                world.failures("azure-native:network:BastionHost",
                json("{resourceGroupName: 'g', sku: {name: 'Developer'}}")));
    }

    @Test
    void judgesTheVariantOfAUnion() {
        assertEquals(List.of("'properties.properties.vmPriority' is 'Spot'; allowed: Dedicated, LowPriority",
                "unknown property 'properties.properties.nodes'; allowed here: enableNodePublicIp, isolatedNetwork, osType, "
                        + "propertyBag, "
                        + "remoteLoginPortPublicAccess, scaleSettings, subnet, userAccountCredentials, virtualMachineImage, "
                        + "vmPriority, vmSize"),
                world.failures(CLUSTER, json("{resourceGroupName: 'g', workspaceName: 'w', properties: {computeType: "
                        + "'AmlCompute', "
                        + "properties: {vmPriority: 'Spot', nodes: 4}}}")));
        assertEquals(List.of("'properties.computeType' is 'Amlcompute'; allowed: AKS, AmlCompute, ComputeInstance, DataFactory, "
                + "DataLakeAnalytics, Databricks, HDInsight, Kubernetes, SynapseSpark, VirtualMachine"),
                world.failures(CLUSTER, json("{resourceGroupName: 'g', workspaceName: 'w', properties: {computeType: "
                        + "'Amlcompute'}}")));
        assertEquals(List.of("missing required property 'properties.computeType'"),
                world.failures(CLUSTER, json("{resourceGroupName: 'g', workspaceName: 'w', properties: {}}")));
    }

    @Test
    void reportsLimits() {
        assertEquals(List.of("'shareName' is too short (2): at least 3 characters required",
                "'shareQuota' is too small: 0, at least 1 required"),
                world.failures("azure-native:storage:FileShare",
                        json("{resourceGroupName: 'g', accountName: 'a', shareName: 'ab', shareQuota: 0}")));
        assertEquals(List.of("'workspaceName' does not match expression '^[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}$'"),
                world.failures("azure-native:machinelearningservices:Workspace",
                        json("{resourceGroupName: 'g', workspaceName: 'a b'}")));
    }

    @Test
    void judgesNothingThatIsUnknown() {
        assertEquals(List.of(), world.failures(VM, json(("{resourceGroupName: '?', hardwareProfile: '?', zones: ['?'], "
                + "storageProfile: {osDisk: {createOption: '?', diskSizeGB: '?'}}}").replace("?", Sentinel.UNKNOWN))));
    }

    @Test
    void takesTheMachineSizesThatAreNewerThanTheSdk() {
        assertEquals(List.of(), world.failures(VM,
                json("{resourceGroupName: 'g', hardwareProfile: {vmSize: 'Standard_NC40ads_H100_v5'}}")));
    }
}
