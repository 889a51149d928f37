package atelier.components;

import static atelier.components.SharedComponents.COMPUTE;
import static atelier.components.SharedComponents.DATA;
import static atelier.components.SharedComponents.NAMES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the custom roles say, and above all what they do not say. */
class RolesTest {
    private static final String OPEN = "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action";
    private static final Recorded ROLES =
            SharedComponents.PUBLIC.deployed().recorded().ofType("RoleDefinition");

    @Test
    void thereIsOneDefinitionForEveryCustomRole() {
        assertEquals(CustomRole.values().length, ROLES.size());
        assertEquals(
                List.of(
                        "roles-agent-applications",
                        "roles-agent-files",
                        "roles-agent-stop",
                        "roles-notebook",
                        "roles-schedule",
                        "roles-workspace",
                        "roles-workstation-operator",
                        "roles-workstation-user"),
                ROLES.names());
    }

    @Test
    void aRoleIsDefinedInOneOfTheGroupsInWhichItCanBeAssigned() {
        for (Registration role : ROLES.all()) {
            List<String> scopes = texts(role.input("assignableScopes"));
            assertTrue(scopes.contains(role.text("scope")), role::toString);
            assertTrue(List.of(DATA, COMPUTE).containsAll(scopes), role::toString);
            assertEquals("CustomRole", role.text("roleType"));
        }
        assertEquals(
                List.of(COMPUTE, DATA),
                texts(ROLES.named("roles-workstation-user").input("assignableScopes")));
        assertEquals(List.of(COMPUTE), texts(ROLES.named("roles-workstation-operator").input("assignableScopes")));
        assertEquals(List.of(DATA), texts(ROLES.named("roles-notebook").input("assignableScopes")));
    }

    @Test
    void roleNamesAreUniqueInTheTenant() {
        assertEquals("Atelier vision 6b124f workstation user", ROLES.named("roles-workstation-user").text("roleName"));
        assertEquals(ROLES.size(), ROLES.all().stream().map(role -> role.text("roleName")).distinct().count());
        assertEquals(
                NAMES.guid("roles-notebook"), ROLES.named("roles-notebook").text("roleDefinitionId"));
    }

    @Test
    void noRoleReachesForWritesByWildcardOrForAuthorization() {
        int looked = 0;
        for (Registration role : ROLES.all()) {
            for (String action : actions(role)) {
                String lower = action.toLowerCase(Locale.ROOT);
                boolean wildcardRead = lower.equals("microsoft.machinelearningservices/workspaces/*/read");
                assertTrue(wildcardRead || !action.contains("*"), () -> role + " has " + action);
                boolean authorization = lower.startsWith("microsoft.authorization/");
                assertTrue(!authorization || lower.endsWith("/read"), () -> role + " has " + action);
                looked++;
            }
            assertEquals(List.of(), texts(permission(role).path("dataActions")), role::toString);
        }
        assertEquals(104, looked);
    }

    @Test
    void peopleStartAndStopMachinesButNeverChangeThem() {
        List<String> run = List.of(
                "Microsoft.Compute/virtualMachines/read",
                "Microsoft.Compute/virtualMachines/instanceView/read",
                "Microsoft.Compute/virtualMachines/deallocate/action",
                "Microsoft.Compute/virtualMachines/start/action",
                "Microsoft.Compute/virtualMachines/restart/action",
                "Microsoft.Network/bastionHosts/read",
                "Microsoft.Network/networkInterfaces/read",
                "Microsoft.Network/publicIPAddresses/read",
                "Microsoft.Network/virtualNetworks/read",
                "Microsoft.Resources/subscriptions/resourceGroups/read");
        assertEquals(run, actions(ROLES.named("roles-workstation-operator")));
        List<String> user = new ArrayList<>(List.of(OPEN));
        user.addAll(run);
        assertEquals(user, actions(ROLES.named("roles-workstation-user")));
    }

    @Test
    void anAgentsRolesAreAsNarrowAsItsTasks() {
        assertEquals(
                List.of("Microsoft.Storage/storageAccounts/listKeys/action"), actions(ROLES.named("roles-agent-files")));
        assertEquals(
                List.of("Microsoft.Authorization/roleAssignments/read", "Microsoft.Authorization/roleDefinitions/read"),
                actions(ROLES.named("roles-agent-applications")));
        assertEquals(
                List.of(
                        "Microsoft.Compute/virtualMachines/read",
                        "Microsoft.Compute/virtualMachines/instanceView/read",
                        "Microsoft.Compute/virtualMachines/deallocate/action"),
                actions(ROLES.named("roles-agent-stop")));
        assertEquals(
                List.of(
                        "Microsoft.Compute/virtualMachines/read",
                        "Microsoft.Compute/virtualMachines/instanceView/read",
                        "Microsoft.Compute/virtualMachines/deallocate/action",
                        "Microsoft.Compute/virtualMachines/start/action"),
                actions(ROLES.named("roles-schedule")));
    }

    @Test
    void notebooksNeverSeeKeysTokensOrSecrets() {
        Registration notebook = ROLES.named("roles-notebook");
        for (String action : actions(notebook)) {
            assertFalse(action.matches("(?i).*(listkeys|listsecrets|readsecrets|storageaccountkeys|/token/).*"), action);
            assertFalse(action.matches("(?i).*workspaces/(write|delete)|.*/(computes|connections|hubs)/.*"), action);
        }
        assertEquals(
                List.of(
                        "Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read",
                        "Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read",
                        "Microsoft.MachineLearningServices/workspaces/metadata/secrets/read"),
                texts(permission(notebook).path("notActions")));
        assertTrue(actions(notebook).contains("Microsoft.MachineLearningServices/workspaces/jobs/write"));
    }

    private static List<String> actions(Registration role) {
        assertEquals(1, role.input("permissions").size());
        return texts(permission(role).path("actions"));
    }

    private static JsonNode permission(Registration role) {
        return role.input("permissions[0]");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
