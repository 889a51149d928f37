package atelier.sandbox.http;

import static atelier.sandbox.cloud.Estate.ASSIGNMENT;
import static atelier.sandbox.cloud.Estate.GROUP;
import static atelier.sandbox.cloud.Estate.MACHINE;
import static atelier.sandbox.cloud.Estate.READER;
import static atelier.sandbox.cloud.Estate.ROLE;
import static atelier.sandbox.cloud.Estate.SCIENTISTS;
import static atelier.sandbox.cloud.Estate.SUBSCRIPTION;
import static atelier.sandbox.cloud.Estate.WORKSPACE;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.http.Simulated.body;
import static atelier.sandbox.http.Simulated.code;
import static atelier.sandbox.http.Simulated.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds which role, and what roles grant, as the agent asks for it. */
class AuthorizationResourcesTest {
    private static final String ADA = "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83";
    private static final String YOU = "6e1a9f7b-482d-43ad-8516-4f3c7a5d1e94";
    private static final String OLIVIA = "b3549dbf-8c60-47e1-895a-4370be9152d8";
    private static final String HER_OWN =
            MACHINE + "/providers/Microsoft.Authorization/roleAssignments/33333333-3333-4333-8333-333333333333";

    @TempDir
    Path directory;

    private Simulated simulated;

    @BeforeEach
    void deploy() {
        // One more assignment by hand, at the workspace of this estate.
        Azure azure = Azure.inWorld(
                directory, "# Built-in roles that can be assigned",
                "  - {principal: olivia, role: Owner, scope: " + WORKSPACE + "}\n# Built-in roles that can be assigned");
        simulated = new Simulated(azure.withEstate());
        azure.put(HER_OWN, json("{properties: {principalId: '" + ADA + "', roleDefinitionId: '" + READER + "'}}"));
    }

    private Answer get(String name, String path) {
        return simulated.arm().answer(simulated.armRequest("GET", name, path));
    }

    private List<String> principals(String scope, String filter) {
        return values(
                get("you", scope + "/providers/Microsoft.Authorization/roleAssignments" + filter), "/properties/principalId");
    }

    @Test
    void assignmentsAtAScopeAndAboveAreListedAndThoseBelowUnlessTheFilterSaysNot() {
        assertEquals(List.of(SCIENTISTS, YOU, OLIVIA), principals(WORKSPACE, "?$filter=atScope()"));
        assertEquals(List.of(YOU), principals(GROUP, "?$filter=atScope()"));
        assertEquals(List.of(ADA, SCIENTISTS, YOU, OLIVIA), principals(GROUP, ""));
    }

    @Test
    void whatIsAssignedToSomebodyIncludesWhatTheirGroupsHold() {
        assertEquals(List.of(SCIENTISTS), principals(WORKSPACE, "?$filter=atScope() and assignedTo('" + ADA + "')"));
        assertEquals(List.of(ADA, SCIENTISTS), principals(GROUP, "?$filter=assignedTo('" + ADA + "')"));
        assertEquals(List.of(), principals(WORKSPACE, "?$filter=atScope() and assignedTo('" + ADA.replace('5', '6') + "')"));
        assertEquals(List.of(ADA), principals(GROUP, "?$filter=principalId eq '" + ADA + "'"));
        assertEquals(List.of(), principals(WORKSPACE, "?$filter=principalId eq '" + ADA + "'"));
        assertEquals(List.of(OLIVIA), principals(WORKSPACE, "?$filter=atScope()+and+assignedTo('" + OLIVIA + "')"));
    }

    @Test
    void anotherFilterIsRefused() {
        Answer answer = get("you", GROUP + "/providers/Microsoft.Authorization/roleAssignments?$filter=type eq 'x'");
        assertEquals("400 InvalidFilter", code(answer));
    }

    @Test
    void oneAssignmentIsReadByItsId() {
        assertEquals(SCIENTISTS, body(get("you", ASSIGNMENT)).at("/properties/principalId").asText());
        assertEquals("404 RoleAssignmentNotFound", code(get("you", ASSIGNMENT.replace(WORKSPACE, GROUP))));
    }

    @Test
    void readingTakesTheRightToRead() {
        assertEquals("403 AuthorizationFailed", code(get("ada", WORKSPACE + "/providers/Microsoft.Authorization/roleAssignments")));
        assertEquals("403 AuthorizationFailed", code(get("ada", WORKSPACE + "/providers/Microsoft.Authorization/roleDefinitions")));
        // Reader on her machine.
        assertEquals(200, get("ada", MACHINE + "/providers/Microsoft.Authorization/roleAssignments").status());
    }

    @Test
    void aRoleIsFoundWhereItCanBeAssigned() {
        String custom = "/providers/Microsoft.Authorization/roleDefinitions/" + ROLE.substring(ROLE.lastIndexOf('/') + 1);
        assertEquals(
                "Microsoft.Compute/virtualMachines/start/action",
                body(get("you", WORKSPACE + custom)).at("/properties/permissions/0/actions/1").asText());
        assertEquals("404 RoleDefinitionDoesNotExist", code(get("you", SUBSCRIPTION + custom)));
        assertEquals("*/read", body(get("you", READER)).at("/properties/permissions/0/actions/0").asText());
        assertEquals("BuiltInRole", body(get("you", READER)).at("/properties/type").asText());
    }

    @Test
    void rolesAreListedByNameAndKind() {
        String roles = WORKSPACE + "/providers/Microsoft.Authorization/roleDefinitions";
        assertEquals(List.of(READER), values(get("you", roles + "?$filter=roleName eq 'Reader'"), "/id"));
        assertEquals(List.of(ROLE), values(get("you", roles + "?$filter=type eq 'CustomRole'"), "/id"));
        assertEquals(19, values(get("you", roles), "/id").size());
        assertEquals(18, values(get("you", SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions"), "/id").size());
    }

    @Test
    void everybodyMayAskWhatTheyHold() {
        String permissions = "/providers/Microsoft.Authorization/permissions";
        assertEquals(List.of("*/read"), values(get("ada", MACHINE + permissions), "/actions/0"));
        assertEquals(List.of("Microsoft.Compute/virtualMachines/read"), values(get("ada", WORKSPACE + permissions), "/actions/0"));
        assertEquals(List.of(), values(get("noah", WORKSPACE + permissions), "/actions/0"));
        assertTrue(get("noah", WORKSPACE + permissions).status() == 200);
    }
}
