package atelier.components;

import static atelier.components.SharedComponents.ADMINS;
import static atelier.components.SharedComponents.COMPUTE;
import static atelier.components.SharedComponents.DATA;
import static atelier.components.SharedComponents.NAMES;
import static atelier.components.SharedComponents.OPERATORS;
import static atelier.components.SharedComponents.READERS;
import static atelier.components.SharedComponents.SCIENTISTS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.catalog.BuiltInRole;
import atelier.testing.Recorded;
import atelier.testing.RecordingMocks;
import atelier.testing.Registration;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who holds which role where. */
class AccessTest {
    private static final Recorded RESOURCES = SharedComponents.PUBLIC.deployed().recorded().resources();
    private static final Recorded GRANTS = RESOURCES.ofType("RoleAssignment");
    private static final String WORKSPACE = RESOURCES.only("machinelearningservices:Workspace").id();
    private static final String ACCOUNT = RESOURCES.only("StorageAccount").id();

    @Test
    void peopleGetWhatTheirGroupIsFor() {
        assertGrant("access-admins-data", ADMINS.value(), builtIn(BuiltInRole.CONTRIBUTOR), DATA);
        assertGrant("access-admins-compute", ADMINS.value(), builtIn(BuiltInRole.CONTRIBUTOR), COMPUTE);
        assertGrant("access-operators-compute", OPERATORS.value(), custom("workstation-operator"), COMPUTE);
        assertGrant(
                "access-scientists-workspace",
                SCIENTISTS.value(),
                builtIn(BuiltInRole.AZUREML_DATA_SCIENTIST),
                WORKSPACE);
        assertGrant("access-scientists-applications", SCIENTISTS.value(), custom("workstation-user"), WORKSPACE);
        assertGrant("access-scientists-compute", SCIENTISTS.value(), custom("workstation-user"), COMPUTE);
        assertGrant("access-readers-data", READERS.value(), builtIn(BuiltInRole.READER), DATA);
        assertGrant("access-readers-compute", READERS.value(), builtIn(BuiltInRole.READER), COMPUTE);
        assertEquals(8, GRANTS.where(grant -> grant.text("principalType").equals("Group")).size());
    }

    @Test
    void aGroupThatIsNotNamedGetsNothing() {
        List<String> names = SharedComponents.PRIVATE.deployed().recorded().ofType("RoleAssignment").names().stream()
                .filter(name -> name.startsWith("access-"))
                .toList();
        assertEquals(List.of("access-admins-compute", "access-admins-data"), names);
    }

    @Test
    void codeInNotebooksReachesWorkspaceBlobsAndImagesOnly() {
        String notebook = principal("notebook");
        assertGrant("notebook-workspace", notebook, custom("notebook"), WORKSPACE);
        assertGrant("notebook-blob-data", notebook, builtIn(BuiltInRole.STORAGE_BLOB_DATA_CONTRIBUTOR), ACCOUNT);
        String registry = RESOURCES.only("containerregistry:Registry").id();
        assertGrant("notebook-images", notebook, builtIn(BuiltInRole.ACR_PULL), registry);
        assertEquals(3, GRANTS.where(grant -> grant.text("principalId").equals(notebook)).size());
    }

    @Test
    void whatSignsUsersInHoldsNoRole() {
        String signin = principal("signin");
        assertEquals(0, GRANTS.where(grant -> grant.text("principalId").equals(signin)).size());
    }

    @Test
    void theWorkspacesIdentityHoldsNineRoles() {
        String workspace = principal("workspace");
        assertEquals(9, GRANTS.where(grant -> grant.text("principalId").equals(workspace)).size());
        assertGrant("workspace-identity-storage", workspace, custom("workspace"), ACCOUNT);
        assertGrant("workspace-identity-workspace", workspace, builtIn(BuiltInRole.AZUREML_DATA_SCIENTIST), WORKSPACE);
    }

    @Test
    void noWorkloadGetsAPowerfulRoleOrAWholeGroup() {
        Set<String> powerful = Set.of(
                "8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
                "b24988ac-6180-42a0-ab88-20f7382dd24c",
                "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9",
                "f58310d9-a9f6-439a-9e8d-f62e7b41a168");
        Recorded workloads = GRANTS.where(grant -> grant.text("principalType").equals("ServicePrincipal"));
        assertEquals(12, workloads.size());
        for (Registration grant : workloads.all()) {
            String role = grant.text("roleDefinitionId");
            assertFalse(powerful.contains(role.substring(role.lastIndexOf('/') + 1)), grant::toString);
            assertTrue(grant.text("scope").contains("/providers/"), grant::toString);
        }
    }

    @Test
    void everyAssignmentHasAReasonATypeAndAGuidThatFollowsFromItsName() {
        Set<List<String>> seen = new HashSet<>();
        for (Registration grant : GRANTS.all()) {
            assertEquals(NAMES.guid(grant.name()), grant.text("roleAssignmentName"));
            assertTrue(grant.text("description").endsWith("."), grant::toString);
            assertTrue(Set.of("Group", "ServicePrincipal").contains(grant.text("principalType")), grant::toString);
            assertTrue(
                    seen.add(List.of(grant.text("scope"), grant.text("roleDefinitionId"), grant.text("principalId"))),
                    grant::toString);
        }
        assertEquals(20, seen.size());
    }

    private static void assertGrant(String name, String principal, String role, String scope) {
        Registration grant = GRANTS.named(name);
        assertEquals(
                List.of(principal, role, scope),
                List.of(grant.text("principalId"), grant.text("roleDefinitionId"), grant.text("scope")),
                name);
    }

    private static String builtIn(BuiltInRole role) {
        return role.id(RecordingMocks.SUBSCRIPTION_ID);
    }

    private static String custom(String role) {
        return RESOURCES.ofType("RoleDefinition").named("roles-" + role).id();
    }

    /** The mocks derive an identity's object id from its ARM id, as everybody who asks for it sees it. */
    private static String principal(String identity) {
        String id = RESOURCES.ofType("UserAssignedIdentity").named("identities-" + identity).id();
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
