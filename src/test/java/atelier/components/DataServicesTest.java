package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Groups, monitoring, vault, registry, files and identities, input by input. */
class DataServicesTest {
    private static final Recorded RESOURCES = SharedComponents.PUBLIC.deployed().recorded().resources();

    @Test
    void theTwoGroupsAreNamedAfterTheTeam() {
        Recorded groups = RESOURCES.ofType("ResourceGroup");
        assertEquals(List.of("groups-compute", "groups-data"), groups.names());
        Expect.inputs(
                "{resourceGroupName: atelier-vision-compute, location: westeurope, tags: $TAGS}", groups.named("groups-compute"));
        Expect.inputs("{resourceGroupName: atelier-vision-data, location: westeurope, tags: $TAGS}", groups.named("groups-data"));
    }

    @Test
    void logsAreKeptForNinetyDaysAndNoKeyOpensThem() {
        Expect.inputs(
                """
                workspaceName: atelier-vision-logs
                resourceGroupName: atelier-vision-data
                location: westeurope
                sku: {name: PerGB2018}
                retentionInDays: 90
                features: {disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true}
                tags: $TAGS
                """,
                RESOURCES.only("operationalinsights:Workspace"));
    }

    @Test
    void telemetryGoesIntoTheSameLogs() {
        Expect.inputs(
                """
                resourceName: atelier-vision-insights
                resourceGroupName: atelier-vision-data
                location: westeurope
                kind: web
                applicationType: web
                flowType: Bluefield
                requestSource: rest
                ingestionMode: LogAnalytics
                disableLocalAuth: true
                workspaceResourceId: $DATA/providers/Microsoft.OperationalInsights/workspaces/atelier-vision-logs
                tags: $TAGS
                """,
                RESOURCES.only("insights:Component"));
    }

    @Test
    void everyServiceSendsAllItsLogs() {
        Recorded settings = RESOURCES.ofType("DiagnosticSetting");
        Set<String> watched = new TreeSet<>();
        for (Registration setting : settings.all()) {
            Expect.json("[{categoryGroup: allLogs, enabled: true}]", setting.input("logs"));
            assertEquals("atelier-vision-logs", setting.text("name"));
            assertEquals(RESOURCES.only("operationalinsights:Workspace").id(), setting.text("workspaceId"));
            assertTrue(setting.input("storageAccountId").isMissingNode());
            watched.add(setting.text("resourceUri"));
        }
        assertEquals(
                Set.of(
                        RESOURCES.only("machinelearningservices:Workspace").id(),
                        RESOURCES.only("keyvault:Vault").id(),
                        RESOURCES.only("containerregistry:Registry").id(),
                        RESOURCES.only("StorageAccount").id() + "/fileServices/default",
                        RESOURCES.only("StorageAccount").id() + "/blobServices/default"),
                watched);
    }

    @Test
    void theVaultIsPrivateByRoleAndCannotBePurged() {
        Expect.inputs(
                """
                vaultName: kv-vision-g1-6b124f
                resourceGroupName: atelier-vision-data
                location: westeurope
                properties:
                  tenantId: 8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613
                  sku: {family: A, name: standard}
                  enableRbacAuthorization: true
                  enableSoftDelete: true
                  softDeleteRetentionInDays: 90
                  enablePurgeProtection: true
                  enabledForDeployment: false
                  enabledForDiskEncryption: false
                  enabledForTemplateDeployment: false
                  publicNetworkAccess: Disabled
                  networkAcls: {bypass: AzureServices, defaultAction: Deny}
                tags: $TAGS
                """,
                RESOURCES.only("keyvault:Vault"));
    }

    @Test
    void theRegistryIsPrivateAndHasNoAdminUser() {
        Expect.inputs(
                """
                registryName: crvision6b124f
                resourceGroupName: atelier-vision-data
                location: westeurope
                sku: {name: Premium}
                adminUserEnabled: false
                publicNetworkAccess: Disabled
                networkRuleBypassOptions: AzureServices
                networkRuleSet: {defaultAction: Deny}
                policies: {exportPolicy: {status: disabled}, retentionPolicy: {status: enabled, days: 30}}
                zoneRedundancy: Disabled
                tags: $TAGS
                """,
                RESOURCES.only("containerregistry:Registry"));
    }

    @Test
    void theStorageAccountIsPrivateAndBoundsWhatAKeyIsGoodFor() {
        Expect.inputs(
                """
                accountName: stvision6b124f
                resourceGroupName: atelier-vision-data
                location: westeurope
                kind: StorageV2
                sku: {name: Standard_ZRS}
                accessTier: Hot
                largeFileSharesState: Enabled
                isHnsEnabled: false
                enableHttpsTrafficOnly: true
                minimumTlsVersion: TLS1_2
                publicNetworkAccess: Disabled
                networkRuleSet: {bypass: AzureServices, defaultAction: Deny}
                allowBlobPublicAccess: false
                allowCrossTenantReplication: false
                allowSharedKeyAccess: true
                keyPolicy: {keyExpirationPeriodInDays: 90}
                sasPolicy: {sasExpirationPeriod: "1.00:00:00", expirationAction: Log}
                isLocalUserEnabled: false
                isSftpEnabled: false
                enableNfsV3: false
                encryption:
                  keySource: Microsoft.Storage
                  requireInfrastructureEncryption: true
                  services: {blob: {enabled: true, keyType: Account}, file: {enabled: true, keyType: Account}}
                tags: $TAGS
                """,
                RESOURCES.only("StorageAccount"));
    }

    @Test
    void theShareIsTheOneThatTheWorkspaceUses() {
        Expect.inputs(
                """
                shareName: code-391ff5ac-6576-460f-ba4d-7e03433c68b6
                accountName: stvision6b124f
                resourceGroupName: atelier-vision-data
                enabledProtocols: SMB
                accessTier: TransactionOptimized
                shareQuota: 1024
                """,
                RESOURCES.only("FileShare"));
    }

    @Test
    void deletedFilesAndBlobsComeBackAndSmbIsEncrypted() {
        Expect.inputs(
                """
                fileServicesName: default
                accountName: stvision6b124f
                resourceGroupName: atelier-vision-data
                shareDeleteRetentionPolicy: {enabled: true, days: 30}
                protocolSettings:
                  smb:
                    versions: "SMB3.1.1;"
                    authenticationMethods: "NTLMv2;"
                    kerberosTicketEncryption: "AES-256;"
                    channelEncryption: "AES-256-GCM;"
                """,
                RESOURCES.only("FileServiceProperties"));
        Expect.inputs(
                """
                blobServicesName: default
                accountName: stvision6b124f
                resourceGroupName: atelier-vision-data
                deleteRetentionPolicy: {enabled: true, days: 30}
                containerDeleteRetentionPolicy: {enabled: true, days: 30}
                """,
                RESOURCES.only("BlobServiceProperties"));
    }

    @Test
    void threeIdentitiesAreShared() {
        Recorded identities = RESOURCES.ofType("UserAssignedIdentity");
        assertEquals(List.of("identities-notebook", "identities-signin", "identities-workspace"), identities.names());
        for (Registration identity : identities.all()) {
            String purpose = identity.name().replace("identities-", "");
            Expect.inputs(
                    "{resourceName: atelier-vision-" + purpose
                            + ", resourceGroupName: atelier-vision-data, location: westeurope, tags: $TAGS}",
                    identity);
        }
    }
}
