package atelier.components;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the share and the role assignments come before the workspace is a dependency, which the mocks do not see. */
class WorkspaceTest {
    private static final Recorded RESOURCES = SharedComponents.PUBLIC.deployed().recorded().resources();

    @Test
    void theWorkspaceIsPrivateAndActsAsItsOwnIdentity() {
        Expect.inputs(
                """
                workspaceName: atelier-vision-g1
                resourceGroupName: atelier-vision-data
                location: westeurope
                friendlyName: Atelier vision
                description: Machine-learning workspace of vision
                sku: {name: Basic, tier: Basic}
                identity:
                  type: UserAssigned
                  userAssignedIdentities:
                    - $DATA/providers/Microsoft.ManagedIdentity/userAssignedIdentities/atelier-vision-workspace
                primaryUserAssignedIdentity:
                  $DATA/providers/Microsoft.ManagedIdentity/userAssignedIdentities/atelier-vision-workspace
                storageAccount: $DATA/providers/Microsoft.Storage/storageAccounts/stvision6b124f
                keyVault: $DATA/providers/Microsoft.KeyVault/vaults/kv-vision-g1-6b124f
                applicationInsights: $DATA/providers/microsoft.insights/components/atelier-vision-insights
                containerRegistry: $DATA/providers/Microsoft.ContainerRegistry/registries/crvision6b124f
                imageBuildCompute: image-build
                publicNetworkAccess: Disabled
                allowPublicAccessWhenBehindVnet: false
                hbiWorkspace: false
                v1LegacyMode: false
                tags: $TAGS
                """,
                workspace(SharedComponents.PUBLIC));
    }

    @Test
    void onlyStudioPublicOpensTheWorkspacesPages() {
        assertEquals("Disabled", workspace(SharedComponents.PUBLIC).text("publicNetworkAccess"));
        assertEquals("Enabled", workspace(SharedComponents.PRIVATE).text("publicNetworkAccess"));
        assertEquals("false", workspace(SharedComponents.PRIVATE).text("allowPublicAccessWhenBehindVnet"));
    }

    @Test
    void itsIdentityHasRightsOnSingleResourcesOnly() {
        List<String> scopes = RESOURCES.ofType("RoleAssignment")
                .where(grant -> grant.name().startsWith("workspace-identity-"))
                .all()
                .stream()
                .map(grant -> grant.name().replace("workspace-identity-", "") + " on "
                        + grant.text("scope").replace(SharedComponents.DATA + "/providers/", ""))
                .toList();
        assertEquals(
                List.of(
                        "blob-data on Microsoft.Storage/storageAccounts/stvision6b124f",
                        "file-data on Microsoft.Storage/storageAccounts/stvision6b124f",
                        "images on Microsoft.ContainerRegistry/registries/crvision6b124f",
                        "insights on microsoft.insights/components/atelier-vision-insights",
                        "registry on Microsoft.ContainerRegistry/registries/crvision6b124f",
                        "secrets on Microsoft.KeyVault/vaults/kv-vision-g1-6b124f",
                        "storage on Microsoft.Storage/storageAccounts/stvision6b124f",
                        "vault on Microsoft.KeyVault/vaults/kv-vision-g1-6b124f",
                        "workspace on Microsoft.MachineLearningServices/workspaces/atelier-vision-g1"),
                scopes);
    }

    private static Registration workspace(SharedComponents shared) {
        return shared.deployed().recorded().only("machinelearningservices:Workspace");
    }
}
