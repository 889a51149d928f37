package atelier.sandbox.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the built-in roles grant. */
class BuiltInRolesTest {
    private static final String OPEN = "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action";

    @Test
    void everyRoleOfTheWorldIsInTheTable(@TempDir Path directory) {
        assertEquals(
                Azure.empty(directory).cloud().builtInRoles().keySet(),
                BuiltInRoles.permissions().keySet());
    }

    // By each role's own page: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
    @ParameterizedTest
    @CsvSource({
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, " + OPEN + ", true",
        "b24988ac-6180-42a0-ab88-20f7382dd24c, " + OPEN + ", true",
        "f6c7c914-8db3-469d-8ca1-694a8f32e121, " + OPEN + ", true",
        "e503ece1-11d0-4e8e-8e2c-7a6c3bf38815, " + OPEN + ", true",
        "acdd72a7-3385-48ef-bd42-f606fba81ae7, " + OPEN + ", false",
        "9980e02c-c2be-4d73-94e8-173b1dc7cf3c, " + OPEN + ", false",
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.Authorization/roleAssignments/write, true",
        "b24988ac-6180-42a0-ab88-20f7382dd24c, Microsoft.Authorization/roleAssignments/write, false",
        "b24988ac-6180-42a0-ab88-20f7382dd24c, Microsoft.Authorization/roleAssignments/read, true",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168, Microsoft.Authorization/roleAssignments/write, true",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168, Microsoft.Authorization/roleDefinitions/write, false",
        "f6c7c914-8db3-469d-8ca1-694a8f32e121, Microsoft.MachineLearningServices/workspaces/write, false",
        "f6c7c914-8db3-469d-8ca1-694a8f32e121, Microsoft.MachineLearningServices/workspaces/listKeys/action, false",
        "acdd72a7-3385-48ef-bd42-f606fba81ae7, Microsoft.Storage/storageAccounts/listKeys/action, false",
        "9980e02c-c2be-4d73-94e8-173b1dc7cf3c, Microsoft.Compute/virtualMachines/runCommand/action, true"
    })
    void anActionIsGrantedOrNot(String role, String action, boolean granted) {
        assertEquals(granted, BuiltInRoles.permissions().get(role).stream()
                .anyMatch(permission -> permission.grants(Operation.action(action))));
    }

    @Test
    void ownersDoNotReadData() {
        Permission owner = BuiltInRoles.permissions().get("8e3af657-a8ff-443c-a75c-2fe8c4bcb635").get(0);
        Operation read = Operation.dataAction("Microsoft.KeyVault/vaults/secrets/getSecret/action");
        assertFalse(owner.grants(read));
        assertTrue(BuiltInRoles.permissions().get("4633458b-17de-408a-b874-0445c86b69e6").get(0).grants(read));
    }
}
