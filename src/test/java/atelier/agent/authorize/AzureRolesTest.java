package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.machine.AccessToken;
import atelier.agent.machine.ArmException;
import atelier.agent.machine.Documents;
import atelier.agent.machine.HttpClients;
import atelier.agent.machine.MachineDocument.Access;
import atelier.agent.machine.Patience;
import atelier.agent.machine.ResourceManager;
import atelier.agent.machine.SetClock;
import atelier.agent.machine.StubService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against an ARM of the test's own on loopback. */
final class AzureRolesTest {
    private static final Access ACCESS = Documents.shared().access();
    private static final String PROVIDER = ACCESS.workspaceId() + "/providers/Microsoft.Authorization/";
    private static final String GUID = "f6c7c914-8db3-469d-8ca1-694a8f32e121";

    private static final List<String> SCOPES =
            List.of("/", "/providers/Microsoft.Management/managementGroups/m", "/subscriptions/s", "/subscriptions/s/g");

    private final StubService arm = new StubService();
    private final SetClock clock = new SetClock();
    private final AzureRoles roles = rolesOf(arm);

    @AfterEach
    void stop() {
        arm.close();
    }

    @Test
    void asksForTheAssignmentsOfThePersonAndTheDefinitionsAtTheWorkspace() throws IOException {
        arm.answers(200, assignments(assignment("one", "/subscriptions/s", ""))).answers(200, scientist());
        Rights rights = roles.rights(ACCESS, Documents.OWNER);
        assertEquals("one", rights.open().orElseThrow().id());
        assertEquals("AzureML Data Scientist", rights.open().orElseThrow().role().name());
        assertTrue(rights.administer().isEmpty());
        assertEquals(
                List.of(
                        PROVIDER + "roleAssignments?api-version=2022-04-01&$filter=atScope%28%29%20and%20assignedTo%28%27"
                                + Documents.OWNER + "%27%29",
                        PROVIDER + "roleDefinitions/" + GUID + "?api-version=2022-04-01"),
                arm.askedUris());
    }

    @Test
    void anAssignmentOnAnyScopeAboveCountsBecauseAzureListsIt() throws IOException {
        for (String scope : SCOPES) {
            try (StubService other = new StubService()) {
                other.answers(200, assignments(assignment("one", scope, ""))).answers(200, scientist());
                assertTrue(rolesOf(other).rights(ACCESS, Documents.OWNER).open().isPresent(), scope);
            }
        }
    }

    @Test
    void aConditionIsSeen() throws IOException {
        arm.answers(200, assignments(assignment("one", "/s", "@Resource[x] StringEquals 'y'"))).answers(200, scientist());
        Rights rights = roles.rights(ACCESS, Documents.OWNER);
        assertTrue(rights.open().isEmpty());
        assertTrue(rights.conditional());
    }

    @Test
    void noAssignmentIsNoRight() throws IOException {
        arm.answers(200, assignments());
        Rights rights = roles.rights(ACCESS, Documents.OWNER);
        assertTrue(rights.open().isEmpty());
        assertFalse(rights.conditional());
    }

    @Test
    void definitionsAreKeptForTenMinutes() throws IOException {
        arm.answers(200, assignments(assignment("one", "/s", "")))
                .answers(200, scientist())
                .answers(200, assignments(assignment("one", "/s", "")))
                .answers(200, assignments(assignment("one", "/s", "")))
                .answers(200, scientist());
        roles.rights(ACCESS, Documents.OWNER);
        clock.advance(Duration.ofMinutes(10));
        roles.rights(ACCESS, Documents.OWNER);
        assertEquals(3, arm.asked().size());
        clock.advance(Duration.ofSeconds(1));
        roles.rights(ACCESS, Documents.OWNER);
        assertEquals(5, arm.asked().size());
    }

    @Test
    void aRoleThatCannotBeReadLeavesEverythingUnknown() {
        arm.answers(200, assignments(assignment("one", "/s", "")))
                .answers(404, "{\"error\":{\"code\":\"RoleDefinitionDoesNotExist\",\"message\":\"gone\"}}");
        var refused = assertThrows(ArmException.class, () -> roles.rights(ACCESS, Documents.OWNER));
        assertEquals("RoleDefinitionDoesNotExist", refused.code());
    }

    @Test
    void anAssignmentWithoutARoleIsAnErrorAndNotIgnored() {
        arm.answers(200, "{\"value\":[{\"id\":\"one\",\"properties\":{}}]}");
        var malformed = assertThrows(IOException.class, () -> roles.rights(ACCESS, Documents.OWNER));
        assertEquals("Azure's answer has no text roleDefinitionId", malformed.getMessage());
    }

    private AzureRoles rolesOf(StubService service) {
        return new AzureRoles(
                new ResourceManager(
                        service.address(),
                        HttpClients.local(),
                        () -> new AccessToken("t", Instant.MAX, "a", "c"),
                        Patience.NONE,
                        pause -> {}),
                clock);
    }

    private static String assignments(String... assignments) {
        return "{\"value\":[" + String.join(",", assignments) + "]}";
    }

    private static String assignment(String id, String scope, String condition) {
        return "{\"id\":\"" + id + "\",\"properties\":{\"scope\":\"" + scope + "\",\"condition\":"
                + (condition.isEmpty() ? "null" : "\"" + condition + "\"")
                + ",\"roleDefinitionId\":\"/subscriptions/s/providers/Microsoft.Authorization/roleDefinitions/"
                + GUID.toUpperCase() + "\"}}";
    }

    private static String scientist() {
        return "{\"properties\":{\"roleName\":\"AzureML Data Scientist\",\"permissions\":[{\"actions\":"
                + "[\"Microsoft.MachineLearningServices/workspaces/*/action\"],\"notActions\":"
                + "[\"Microsoft.MachineLearningServices/workspaces/listKeys/action\"]}]}}";
    }
}
