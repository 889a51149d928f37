package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Json.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One accepted resource of every type that has rules; a test deploys it and changes one thing. */
public final class Estate {
    public static final String SUBSCRIPTION = "/subscriptions/0a71e1e5-5a1d-4b0c-8f00-5ca1ab1e0001";
    public static final String TENANT = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
    public static final String SCIENTISTS = "3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61";
    public static final String READER =
            SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";
    public static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ";

    public static final String GROUP = SUBSCRIPTION + "/resourceGroups/team";
    public static final String IDENTITY = id("Microsoft.ManagedIdentity/userAssignedIdentities/notebook");
    public static final String CREDENTIAL = IDENTITY + "/federatedIdentityCredentials/cluster";
    public static final String LOGS = id("Microsoft.OperationalInsights/workspaces/logs");
    public static final String INSIGHTS = id("microsoft.insights/components/insights");
    public static final String VAULT = id("Microsoft.KeyVault/vaults/kv-team");
    public static final String SETTING = VAULT + "/providers/Microsoft.Insights/diagnosticSettings/audit";
    public static final String ACCOUNT = id("Microsoft.Storage/storageAccounts/stteam");
    public static final String FILES = ACCOUNT + "/fileServices/default";
    public static final String BLOBS = ACCOUNT + "/blobServices/default";
    public static final String SHARE = FILES + "/shares/code";
    public static final String REGISTRY = id("Microsoft.ContainerRegistry/registries/crteam");
    public static final String WORKSPACE = id("Microsoft.MachineLearningServices/workspaces/team");
    public static final String CLUSTER = WORKSPACE + "/computes/train";
    public static final String SECURITY_GROUP = id("Microsoft.Network/networkSecurityGroups/guard");
    public static final String APPLICATION_GROUP = id("Microsoft.Network/applicationSecurityGroups/ada");
    public static final String NAT_ADDRESS = id("Microsoft.Network/publicIPAddresses/nat");
    public static final String ADDRESS = id("Microsoft.Network/publicIPAddresses/ada");
    public static final String BASTION_ADDRESS = id("Microsoft.Network/publicIPAddresses/bastion");
    public static final String NAT = id("Microsoft.Network/natGateways/nat");
    public static final String NETWORK = id("Microsoft.Network/virtualNetworks/vnet");
    public static final String WORKSTATIONS = NETWORK + "/subnets/workstations";
    public static final String ENDPOINTS = NETWORK + "/subnets/endpoints";
    public static final String BASTION_SUBNET = NETWORK + "/subnets/AzureBastionSubnet";
    public static final String BASTION = id("Microsoft.Network/bastionHosts/bastion");
    public static final String HUB =
            "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/hub"
                    + "/providers/Microsoft.Network/virtualNetworks/hub";
    public static final String PEERING = NETWORK + "/virtualNetworkPeerings/hub";
    public static final String ZONE = id("Microsoft.Network/privateDnsZones/privatelink.vaultcore.azure.net");
    public static final String LINK = ZONE + "/virtualNetworkLinks/vnet";
    public static final String RECORD = ZONE + "/A/kv";
    public static final String ENDPOINT = id("Microsoft.Network/privateEndpoints/vault");
    public static final String ZONE_GROUP = ENDPOINT + "/privateDnsZoneGroups/default";
    public static final String GALLERY = id("Microsoft.Compute/galleries/images");
    public static final String IMAGE = GALLERY + "/images/workstation-cpu";
    public static final String SCALE_SET = id("Microsoft.Compute/virtualMachineScaleSets/cpu");
    public static final String NIC = id("Microsoft.Network/networkInterfaces/ada");
    public static final String DISK = id("Microsoft.Compute/disks/ada-home");
    public static final String ALLOWED_SIZES = GROUP + "/providers/Microsoft.Authorization/policyAssignments/allowed-sizes";
    public static final String MACHINE = id("Microsoft.Compute/virtualMachines/ada");
    public static final String ROLE =
            GROUP + "/providers/Microsoft.Authorization/roleDefinitions/11111111-1111-4111-8111-111111111111";
    public static final String ASSIGNMENT =
            WORKSPACE + "/providers/Microsoft.Authorization/roleAssignments/22222222-2222-4222-8222-222222222222";
    public static final String BUDGET = SUBSCRIPTION + "/providers/Microsoft.Consumption/budgets/team";
    public static final String WORKFLOW = id("Microsoft.Logic/workflows/ada-schedule");

    private static final Map<String, ObjectNode> BODIES = bodies();
    /** Every id after what it needs. */
    static final List<String> ORDER = List.copyOf(BODIES.keySet());

    private Estate() {}

    static String id(String typeAndName) {
        return GROUP + "/providers/" + typeAndName;
    }

    /** A copy of the accepted body. */
    public static ObjectNode body(String id) {
        return BODIES.get(id).deepCopy();
    }

    /** Every id before what it needs. */
    static List<String> reversed() {
        List<String> reversed = new ArrayList<>(ORDER);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Map<String, ObjectNode> bodies() {
        Map<String, ObjectNode> bodies = new LinkedHashMap<>();
        bodies.put(GROUP, json("{location: 'westeurope', tags: {owner: 'ml-platform@example.com'}}"));
        access(bodies);
        data(bodies);
        network(bodies);
        privateLink(bodies);
        compute(bodies);
        governance(bodies);
        return bodies;
    }

    private static void access(Map<String, ObjectNode> bodies) {
        bodies.put(IDENTITY, json("{location: 'westeurope'}"));
        bodies.put(
                CREDENTIAL,
                json("{properties: {issuer: 'https://login.example.com/', subject: 'cluster', audiences:"
                        + " ['api://AzureADTokenExchange']}}"));
    }

    private static void data(Map<String, ObjectNode> bodies) {
        bodies.put(LOGS, json("{location: 'westeurope', properties: {retentionInDays: 90, sku: {name: 'PerGB2018'}}}"));
        bodies.put(
                INSIGHTS,
                json("{location: 'westeurope', kind: 'web', properties: {Application_Type: 'web',"
                        + " WorkspaceResourceId: '"
                        + LOGS + "'}}"));
        bodies.put(
                VAULT,
                json("{location: 'westeurope', properties: {sku: {family: 'A', name: 'standard'}, tenantId: '"
                        + TENANT
                        + "', enableRbacAuthorization: true, enablePurgeProtection: true,"
                        + " softDeleteRetentionInDays: 90, publicNetworkAccess: 'Disabled'}}"));
        bodies.put(
                SETTING,
                json("{properties: {workspaceId: '" + LOGS + "', logs: [{categoryGroup: 'audit', enabled: true}]}}"));
        bodies.put(
                ACCOUNT,
                json("{location: 'westeurope', kind: 'StorageV2', sku: {name: 'Standard_LRS'}, properties:"
                        + " {minimumTlsVersion: 'TLS1_2', publicNetworkAccess: 'Disabled', largeFileSharesState:"
                        + " 'Enabled'}}"));
        bodies.put(FILES, json("{properties: {shareDeleteRetentionPolicy: {enabled: true, days: 30}}}"));
        bodies.put(BLOBS, json("{properties: {deleteRetentionPolicy: {enabled: true, days: 30}}}"));
        bodies.put(SHARE, json("{properties: {shareQuota: 1024, enabledProtocols: 'SMB'}}"));
        bodies.put(
                REGISTRY,
                json("{location: 'westeurope', sku: {name: 'Premium'}, properties: {publicNetworkAccess:"
                        + " 'Disabled'}}"));
        bodies.put(
                WORKSPACE,
                json("{location: 'westeurope', identity: {type: 'UserAssigned', userAssignedIdentities: {'" + IDENTITY
                        + "': {}}}, properties: {storageAccount: '" + ACCOUNT + "', keyVault: '" + VAULT
                        + "', applicationInsights: '" + INSIGHTS
                        + "', containerRegistry: '" + REGISTRY + "', primaryUserAssignedIdentity: '" + IDENTITY
                        + "', publicNetworkAccess: 'Disabled'}}"));
    }

    private static void network(Map<String, ObjectNode> bodies) {
        bodies.put(APPLICATION_GROUP, json("{location: 'westeurope'}"));
        bodies.put(
                SECURITY_GROUP,
                json("{location: 'westeurope', properties: {securityRules: [{name: 'https', properties: {access:"
                        + " 'Allow', direction: 'Inbound', priority: 200, protocol: 'Tcp', sourcePortRange: '*',"
                        + " destinationPortRange: '443', sourceAddressPrefixes: ['203.0.113.0/24'],"
                        + " destinationApplicationSecurityGroups: [{id: '"
                        + APPLICATION_GROUP + "'}]}}, {name: 'rest', properties: {access: 'Deny', direction:"
                        + " 'Inbound', priority: 4096, protocol: '*', sourcePortRange: '*',"
                        + " destinationPortRange: '*', sourceAddressPrefix: '*',"
                        + " destinationAddressPrefix: '*'}}]}}"));
        String address =
                "{location: 'westeurope', sku: {name: 'Standard'}, properties: {publicIPAllocationMethod: 'Static'}}";
        bodies.put(NAT_ADDRESS, json(address));
        bodies.put(BASTION_ADDRESS, json(address));
        bodies.put(ADDRESS, Json.with(json(address), "/properties/dnsSettings", json("{domainNameLabel: 'team-ada'}")));
        bodies.put(
                NAT,
                json("{location: 'westeurope', sku: {name: 'Standard'}, properties: {publicIpAddresses: [{id: '"
                        + NAT_ADDRESS + "'}]}}"));
        bodies.put(
                NETWORK,
                json("{location: 'westeurope', properties: {addressSpace: {addressPrefixes: ['10.42.0.0/16']},"
                        + " subnets: [{name: 'workstations', properties: {addressPrefix: '10.42.0.0/24',"
                        + " networkSecurityGroup: {id: '"
                        + SECURITY_GROUP
                        + "'}, natGateway: {id: '" + NAT + "'}}}, "
                        + "{name: 'endpoints', properties: {addressPrefix: '10.42.1.0/24'}}, "
                        + "{name: 'AzureBastionSubnet', properties: {addressPrefix: '10.42.2.0/26'}}, "
                        + "{name: 'spare', properties: {addressPrefix: '10.42.3.0/24'}}]}}"));
        bodies.put(
                PEERING,
                json("{properties: {remoteVirtualNetwork: {id: '" + HUB + "'}, allowVirtualNetworkAccess: true}}"));
        bodies.put(
                BASTION,
                json("{location: 'westeurope', sku: {name: 'Standard'}, properties: {enableTunneling: true,"
                        + " ipConfigurations: [{name: 'ip',"
                        + " properties:"
                        + " {subnet:"
                        + " {id:"
                        + " '" + BASTION_SUBNET + "'}, publicIPAddress: {id: '"
                        + BASTION_ADDRESS + "'}}}]}}"));
    }

    private static void privateLink(Map<String, ObjectNode> bodies) {
        bodies.put(ZONE, json("{location: 'Global'}"));
        bodies.put(
                LINK,
                json("{location: 'Global', properties: {registrationEnabled: false, virtualNetwork: {id: '" + NETWORK
                        + "'}}}"));
        bodies.put(RECORD, json("{properties: {ttl: 300, aRecords: [{ipv4Address: '10.42.1.9'}]}}"));
        bodies.put(
                ENDPOINT,
                json("{location: 'westeurope', properties: {subnet: {id: '" + ENDPOINTS
                        + "'}, privateLinkServiceConnections: [{name: 'vault', "
                        + "properties: {privateLinkServiceId: '" + VAULT + "', groupIds: ['vault']}}]}}"));
        bodies.put(
                ZONE_GROUP,
                json("{properties: {privateDnsZoneConfigs: [{name: 'vault', properties: {privateDnsZoneId: '" + ZONE
                        + "'}}]}}"));
        bodies.put(
                CLUSTER,
                json("{location: 'westeurope', properties: {computeType: 'AmlCompute', disableLocalAuth: true,"
                        + " properties: {vmSize: 'Standard_D4s_v5', vmPriority: 'Dedicated', enableNodePublicIp:"
                        + " false, subnet: {id: '"
                        + ENDPOINTS
                        + "'}, scaleSettings: {minNodeCount: 0, maxNodeCount: 4}}}}"));
    }

    private static void compute(Map<String, ObjectNode> bodies) {
        bodies.put(GALLERY, json("{location: 'westeurope'}"));
        bodies.put(
                IMAGE,
                json("{location: 'westeurope', properties: {osType: 'Linux', osState: 'Generalized',"
                        + " hyperVGeneration: 'V2', identifier: {publisher: 'atelier', offer: 'workstation', sku:"
                        + " 'cpu'}, features: [{name: 'SecurityType', value: 'TrustedLaunch'}]}}"));
        bodies.put(
                SCALE_SET,
                json("{location: 'westeurope', properties: {orchestrationMode: 'Flexible',"
                        + " platformFaultDomainCount: 1}}"));
        bodies.put(
                NIC,
                json("{location: 'westeurope', properties: {networkSecurityGroup: {id: '" + SECURITY_GROUP
                        + "'}, ipConfigurations: [{name: 'ip', "
                        + "properties: {subnet: {id: '" + WORKSTATIONS + "'}, publicIPAddress: {id: '" + ADDRESS
                        + "'}, applicationSecurityGroups: [{id: '"
                        + APPLICATION_GROUP + "'}]}}]}}"));
        bodies.put(
                DISK,
                json("{location: 'westeurope', sku: {name: 'Premium_LRS'}, properties: {creationData:"
                        + " {createOption: 'Empty'}, diskSizeGB: 256}}"));
        bodies.put(
                ALLOWED_SIZES,
                json("{properties: {policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/"
                        + Policies.ALLOWED_SIZES
                        + "', parameters: {listOfAllowedSKUs: {value: ['Standard_D4s_v5', 'Standard_D8s_v5',"
                        + " 'Standard_NC4as_T4_v3', 'Standard_NC96ads_A100_v4', 'Standard_ND96asr_v4']}}}}"));
        bodies.put(
                MACHINE,
                json("{location: 'westeurope', identity: {type: 'UserAssigned', userAssignedIdentities: {'" + IDENTITY
                        + "': {}}}, properties: {virtualMachineScaleSet: {id: '" + SCALE_SET
                        + "'}, hardwareProfile: {vmSize: 'Standard_D4s_v5'}, securityProfile: {securityType:"
                        + " 'TrustedLaunch', encryptionAtHost: true, uefiSettings: {secureBootEnabled: true,"
                        + " vTpmEnabled: true}}, storageProfile: {imageReference: {id: '" + IMAGE
                        + "/versions/2026.11.1'}, osDisk: {name: 'ada-os', createOption: 'FromImage', deleteOption:"
                        + " 'Delete', managedDisk: {storageAccountType: 'Premium_LRS'}}, dataDisks: [{lun: 0,"
                        + " createOption: 'Attach', deleteOption: 'Detach', managedDisk: {id: '" + DISK
                        + "'}}]}, networkProfile: {networkInterfaces: [{id: '" + NIC
                        + "', properties: {deleteOption: 'Detach'}}]}, osProfile: {computerName: 'ada', adminUsername:"
                        + " 'azureuser', customData: 'I2Nsb3Vk', linuxConfiguration: {disablePasswordAuthentication:"
                        + " true, ssh: {publicKeys: [{path: '/home/azureuser/.ssh/authorized_keys', keyData: '"
                        + KEY + "'}]}}}, userData: 'e30='}}"));
    }

    private static void governance(Map<String, ObjectNode> bodies) {
        bodies.put(
                ROLE,
                json("{properties: {roleName: 'Atelier team workstation user', assignableScopes: ['" + GROUP
                        + "'], permissions: [{actions: ['Microsoft.Compute/virtualMachines/read',"
                        + " 'Microsoft.Compute/virtualMachines/start/action']}]}}"));
        bodies.put(
                ASSIGNMENT,
                json("{properties: {principalId: '" + SCIENTISTS + "', principalType: 'Group', roleDefinitionId: '"
                        + ROLE + "'}}"));
        bodies.put(
                BUDGET,
                json("{properties: {amount: 4000, category: 'Cost', timeGrain: 'Monthly', timePeriod: {startDate:"
                        + " '2026-11-01'}, notifications: {most: {enabled: true, operator: 'GreaterThan',"
                        + " threshold: 80, contactEmails: ['ml-platform@example.com']}}}}"));
        bodies.put(
                WORKFLOW,
                json("{location: 'westeurope', identity: {type: 'SystemAssigned'}, properties: {definition:"
                    + " {'$schema':"
                    + " 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/"
                    + "workflowdefinition.json#',"
                    + " contentVersion: '1.0.0.0', triggers: {start: {type: 'Recurrence', recurrence: {frequency:"
                    + " 'Week', interval: 1, timeZone: 'W. Europe Standard Time'}}}, actions: {act: {type: 'Http',"
                    + " inputs: {method: 'POST', uri: 'https://management.azure.com/', authentication: {type:"
                    + " 'ManagedServiceIdentity'}}}}}}}"));
    }
}
