package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Storage, vault, registry, monitoring and workspace. */
class DataRulesTest extends EstateDeployed {
    private static String named(String type, String name) {
        return id(type + "/" + name);
    }

    @Test
    void aStorageAccountNameHasLettersAndDigitsAndIsFree() {
        azure.refuses(400, "AccountNameInvalid", named("Microsoft.Storage/storageAccounts", "st-team"), body(ACCOUNT));
        assertEquals(
                "The storage account named training is already taken.",
                azure.refuses(
                        409,
                        "StorageAccountAlreadyTaken",
                        named("Microsoft.Storage/storageAccounts", "training"),
                        body(ACCOUNT)));
        azure.put(SUBSCRIPTION + "/resourceGroups/other", body(GROUP));
        azure.refuses(
                409,
                "StorageAccountInAnotherResourceGroup",
                SUBSCRIPTION + "/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/stteam",
                body(ACCOUNT));
    }

    @Test
    void aStorageSkuFitsTheKind() {
        String other = ACCOUNT + "b";
        azure.refuses(400, "InvalidSku", other, with(body(ACCOUNT), "/kind", "FileStorage"));
        azure.refuses(400, "InvalidSku", other, without(body(ACCOUNT), "/sku"));
        azure.refuses(409, "FeatureNotSupportedForAccount", other, with(body(ACCOUNT), "/sku/name", "Standard_GRS"));
        ObjectNode premium = with(with(body(ACCOUNT), "/kind", "FileStorage"), "/sku/name", "Premium_LRS");
        azure.refuses(400, "AccountPropertyCannotBeSet", other, with(premium, "/properties/accessTier", "Hot"));
        azure.put(other, premium);
    }

    @Test
    void aStorageAccountKeepsItsKindAndNamespace() {
        refusesChange(409, "AccountPropertyIsImmutable", ACCOUNT, "/kind", "BlobStorage");
        refusesChange(409, "AccountPropertyIsImmutable", ACCOUNT, "/properties/isHnsEnabled", true);
        azure.put(ACCOUNT, with(body(ACCOUNT), "/properties/isHnsEnabled", false));
    }

    @Test
    void aShareHasAValidNameAndQuota() {
        azure.refuses(400, "InvalidResourceName", FILES + "/shares/my--share", body(SHARE));
        refusesAnother(400, "InvalidParameterValue", SHARE, "/properties/shareQuota", 102401);
        azure.put(ACCOUNT + "b", without(body(ACCOUNT), "/properties/largeFileSharesState"));
        azure.refuses(
                400,
                "InvalidParameterValue",
                ACCOUNT + "b/fileServices/default/shares/code",
                with(body(SHARE), "/properties/shareQuota", 5121));
        azure.refuses(404, "ParentResourceNotFound", ACCOUNT + "gone/fileServices/default/shares/code", body(SHARE));
    }

    @Test
    void nfsSharesAndPremiumTiersNeedFileStorage() {
        refusesAnother(400, "FeatureNotSupportedForAccount", SHARE, "/properties/enabledProtocols", "NFS");
        refusesAnother(400, "InvalidParameterValue", SHARE, "/properties/rootSquash", "RootSquash");
        refusesAnother(400, "InvalidParameterValue", SHARE, "/properties/accessTier", "Premium");
        refusesChange(409, "PropertyChangeNotAllowed", SHARE, "/properties/enabledProtocols", "Smb2");
    }

    @Test
    void aStorageServiceIsCalledDefaultAndKeepsDeletedThingsForDays() {
        azure.refuses(400, "InvalidParameterValue", ACCOUNT + "/fileServices/files", body(FILES));
        azure.refuses(400, "BadRequest", ACCOUNT + "/blobServices/blobs", body(BLOBS));
        refusesChange(400, "InvalidXmlDocument", FILES, "/properties/shareDeleteRetentionPolicy/days", 366);
        refusesChange(400, "InvalidXmlDocument", BLOBS, "/properties/deleteRetentionPolicy/days", 0);
        refusesChange(
                400,
                "InvalidXmlDocument",
                BLOBS,
                "/properties/containerDeleteRetentionPolicy",
                json("{enabled: true, days: 400}"));
        refusesChange(
                400,
                "FeatureNotSupportedForAccount",
                FILES,
                "/properties/protocolSettings/smb/multichannel/enabled",
                true);
        refusesChange(
                409, "ConflictFeatureEnabled", BLOBS, "/properties/restorePolicy", json("{enabled: true, days: 7}"));
    }

    @Test
    void aVaultNameIsValidAndFree() {
        azure.refuses(400, "VaultNameNotValid", named("Microsoft.KeyVault/vaults", "kv--team"), body(VAULT));
        azure.refuses(400, "VaultNameNotValid", named("Microsoft.KeyVault/vaults", "kv-team-"), body(VAULT));
        azure.refuses(409, "VaultAlreadyExists", named("Microsoft.KeyVault/vaults", "production"), body(VAULT));
    }

    @Test
    void aVaultBelongsToTheTenantAndSaysWhoMayUseIt() {
        azure.refuses(400, "BadRequest", VAULT + "-b", without(body(VAULT), "/properties/sku"));
        refusesAnother(400, "BadRequest", VAULT, "/properties/tenantId", "00000000-0000-0000-0000-000000000001");
        azure.refuses(400, "BadRequest", VAULT + "-b", without(body(VAULT), "/properties/enableRbacAuthorization"));
    }

    @Test
    void aVaultsProtectionIsOneWay() {
        refusesChange(400, "BadRequest", VAULT, "/properties/enablePurgeProtection", false);
        refusesWithout(400, "BadRequest", VAULT, "/properties/enablePurgeProtection");
        refusesAnother(400, "BadRequest", VAULT, "/properties/enableSoftDelete", false);
        refusesAnother(400, "BadRequest", VAULT, "/properties/softDeleteRetentionInDays", 6);
        assertEquals(
                "The property \"softDeleteRetentionInDays\" has been set already and it can't be modified.",
                refusesChange(400, "BadRequest", VAULT, "/properties/softDeleteRetentionInDays", 30));
    }

    @Test
    void aRegistryNameIsValidAndFree() {
        azure.refuses(400, "InvalidName", named("Microsoft.ContainerRegistry/registries", "cr-team"), body(REGISTRY));
        azure.refuses(409, "AlreadyInUse", named("Microsoft.ContainerRegistry/registries", "images"), body(REGISTRY));
    }

    @Test
    void aPrivateRegistryIsPremiumAndKeepsItsRedundancy() {
        azure.refuses(400, "SkuNotSupported", REGISTRY + "b", with(body(REGISTRY), "/sku/name", "Standard"));
        refusesChange(400, "InvalidArgument", REGISTRY, "/properties/zoneRedundancy", "Enabled");
    }

    @Test
    void logsAreKeptWithinLimits() {
        refusesChange(400, "InvalidParameter", LOGS, "/properties/retentionInDays", 29);
        refusesChange(400, "BadRequest", LOGS, "/properties/workspaceCapping", json("{dailyQuotaGb: 0.01}"));
        azure.put(LOGS, with(body(LOGS), "/properties/workspaceCapping", json("{dailyQuotaGb: -1}")));
        azure.refuses(
                400, "InvalidResourceName", named("Microsoft.OperationalInsights/workspaces", "-logs"), body(LOGS));
    }

    @Test
    void insightsWriteToAnExistingWorkspace() {
        refusesWithout(400, "BadRequest", INSIGHTS, "/properties/WorkspaceResourceId");
        refusesChange(400, "WorkspaceNotFound", INSIGHTS, "/properties/WorkspaceResourceId", LOGS + "-gone");
        refusesChange(400, "BadRequest", INSIGHTS, "/properties/RetentionInDays", 45);
        refusesChange(400, "BadRequest", INSIGHTS, "/properties/SamplingPercentage", 0);
    }

    @Test
    void aDiagnosticSettingHasASinkAndConsistentCategories() {
        refusesWithout(400, "BadRequest", SETTING, "/properties/workspaceId");
        refusesChange(404, "ResourceNotFound", SETTING, "/properties/workspaceId", LOGS + "-gone");
        refusesChange(400, "BadRequest", SETTING, "/properties/logs/0/category", "AuditEvent");
        refusesChange(
                400, "BadRequest", SETTING, "/properties/logs/1", json("{category: 'AuditEvent', enabled: true}"));
        refusesChange(
                400, "BadRequest", SETTING, "/properties/logs/0/retentionPolicy", json("{enabled: true, days: 30}"));
        azure.refuses(409, "Conflict", SETTING + "-b", body(SETTING));
        azure.refuses(
                404,
                "ResourceNotFound",
                VAULT + "-gone/providers/Microsoft.Insights/diagnosticSettings/audit",
                body(SETTING));
    }

    @Test
    void aResourceHasAtMostFiveDiagnosticSettings() {
        for (int i = 1; i < 5; i++) {
            azure.put(SETTING + i, with(body(SETTING), "/properties/logs/0/categoryGroup", "group" + i));
        }
        azure.refuses(
                400, "BadRequest", SETTING + 5, with(body(SETTING), "/properties/logs/0/categoryGroup", "group5"));
    }

    @Test
    void aWorkspaceNeedsWhatItDependsOn() {
        assertEquals(
                "Missing dependent resources in workspace json",
                refusesWithout(400, "ValidationError", WORKSPACE, "/properties/storageAccount"));
        refusesWithout(400, "ValidationError", WORKSPACE, "/properties/keyVault");
        refusesWithout(400, "ValidationError", WORKSPACE, "/properties/applicationInsights");
        for (String name : new String[] {
            "storageAccount", "keyVault", "applicationInsights", "containerRegistry", "primaryUserAssignedIdentity"
        }) {
            String gone = body(WORKSPACE).at("/properties/" + name).asText() + "gone";
            refusesAnother(400, "BadRequest", WORKSPACE, "/properties/" + name, gone);
        }
    }

    @Test
    void aWorkspaceHasAnIdentity() {
        refusesWithout(400, "MissingIdentity", WORKSPACE, "/identity");
        refusesWithout(400, "MissingIdentity", WORKSPACE, "/properties/primaryUserAssignedIdentity");
    }

    @Test
    void aWorkspacesStorageIsPlain() {
        azure.put(ACCOUNT + "hns", with(body(ACCOUNT), "/properties/isHnsEnabled", true));
        azure.put(ACCOUNT + "premium", with(body(ACCOUNT), "/sku/name", "Premium_LRS"));
        refusesAnother(400, "BadRequest", WORKSPACE, "/properties/storageAccount", ACCOUNT + "hns");
        refusesAnother(400, "BadRequest", WORKSPACE, "/properties/storageAccount", ACCOUNT + "premium");
    }

    @Test
    void aWorkspaceKeepsItsStorageAndVault() {
        azure.put(ACCOUNT + "b", body(ACCOUNT));
        refusesChange(400, "BadRequest", WORKSPACE, "/properties/storageAccount", ACCOUNT + "b");
        refusesChange(400, "BadRequest", WORKSPACE, "/properties/hbiWorkspace", true);
    }

    @Test
    void aClusterHasAValidNameKindSizeAndOrder() {
        azure.refuses(400, "BadRequest", WORKSPACE + "/computes/a", body(CLUSTER));
        azure.refuses(400, "BadRequest", WORKSPACE + "/computes/this-is-too-long-a", body(CLUSTER));
        refusesAnother(400, "InvalidVmSize", CLUSTER, "/properties/properties/vmSize", "Standard_Huge_v9");
        azure.refuses(400, "BadRequest", CLUSTER + "-b", without(body(CLUSTER), "/properties/computeType"));
        refusesAnother(400, "BadRequest", CLUSTER, "/properties/properties/scaleSettings/minNodeCount", 5);
        refusesAnother(400, "BadRequest", CLUSTER, "/properties/properties/subnet/id", NETWORK + "/subnets/gone");
        azure.refuses(404, "ParentResourceNotFound", WORKSPACE + "-gone/computes/train", body(CLUSTER));
    }

    @Test
    void clustersDrawOnAQuotaOfTheirOwn() {
        String text = refusesAnother(
                409, "ClusterCoreQuotaReached", CLUSTER, "/properties/properties/scaleSettings/maxNodeCount", 61);
        assertTrue(
                text.contains("Current Limit: 256, Current Usage: 16, Additional Required: 244, (Minimum) New Limit"
                        + " Required: 260."),
                text);
        azure.put(CLUSTER + "-b", with(body(CLUSTER), "/properties/properties/scaleSettings/maxNodeCount", 60));
    }

    @Test
    void lowPriorityClustersShareOneBucket() {
        ObjectNode low = with(body(CLUSTER), "/properties/properties/vmPriority", "LowPriority");
        azure.put(CLUSTER + "-b", with(low, "/properties/properties/scaleSettings/maxNodeCount", 128));
        String text = azure.refuses(409, "ClusterCoreQuotaReached", CLUSTER + "-c", low);
        assertTrue(text.contains("'Low-priority cores' in westeurope. Current Limit: 512, Current Usage: 512"), text);
    }

    @Test
    void aClusterChangesItsScaleOnly() {
        refusesChange(400, "BadRequest", CLUSTER, "/properties/properties/vmSize", "Standard_D8s_v5");
        refusesChange(400, "BadRequest", CLUSTER, "/properties/properties/vmPriority", "LowPriority");
        refusesChange(400, "BadRequest", CLUSTER, "/properties/properties/subnet/id", WORKSTATIONS);
        refusesChange(400, "BadRequest", CLUSTER, "/properties/disableLocalAuth", false);
        azure.put(CLUSTER, with(body(CLUSTER), "/properties/properties/scaleSettings/maxNodeCount", 2));
    }

    @Test
    void aWorkflowHasACompleteDefinition() {
        for (String part : new String[] {"$schema", "contentVersion", "triggers", "actions"}) {
            refusesWithout(400, "InvalidTemplate", WORKFLOW, "/properties/definition/" + part);
        }
        refusesChange(
                400,
                "InvalidTemplate",
                WORKFLOW,
                "/properties/definition/triggers/start/recurrence/timeZone",
                "Europe/Amsterdam");
        refusesChange(
                400,
                "InvalidTemplate",
                WORKFLOW,
                "/properties/definition/parameters",
                json("{machine: {type: 'String'}}"));
        refusesWithout(400, "WorkflowManagedIdentityNotSpecified", WORKFLOW, "/identity");
    }
}
