package atelier.sandbox.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by itself, over a handful of roles. */
class AccessControlTest {
    private static final String GROUP = "/subscriptions/s/resourceGroups/team";
    private static final String MACHINE = GROUP + "/providers/Microsoft.Compute/virtualMachines/ada";
    private static final Permission EVERYTHING_BUT_STOP = new Permission(
            List.of("Microsoft.Compute/*"), List.of("Microsoft.Compute/virtualMachines/deallocate/action"), List.of(), List.of());
    private static final Permission STOP =
            new Permission(List.of("*/deallocate/action"), List.of(), List.of(), List.of());
    private static final Permission SECRETS_BUT_ONE = new Permission(
            List.of(), List.of(), List.of("Microsoft.KeyVault/vaults/secrets/*"),
            List.of("Microsoft.KeyVault/vaults/secrets/backup/action"));
    private static final Operation DEALLOCATE = Operation.action("Microsoft.Compute/virtualMachines/deallocate/action");
    private static final Operation START = Operation.action("Microsoft.Compute/virtualMachines/start/action");

    private static AccessControl access(Assignment... assignments) {
        Map<String, List<Permission>> roles = Map.of(
                "machines", List.of(EVERYTHING_BUT_STOP), "stop", List.of(STOP), "secrets", List.of(SECRETS_BUT_ONE));
        Map<String, Set<String>> groups = Map.of("ada", Set.of("scientists", "everybody"));
        return new AccessControl(roles, List.of(assignments), principal -> groups.getOrDefault(principal, Set.of()));
    }

    private static Assignment to(String principal, String role, String scope) {
        return new Assignment(principal, role, scope);
    }

    @Test
    void whoHoldsNothingMayDoNothing() {
        assertFalse(access().allows("ada", START, MACHINE));
        assertEquals(List.of(), access().permissions("ada", MACHINE));
        assertFalse(access(to("grace", "machines", GROUP)).allows("ada", START, MACHINE));
    }

    @Test
    void aRoleCountsAtItsScopeAndBelowAndNowhereElse() {
        AccessControl access = access(to("ada", "machines", MACHINE));
        assertTrue(access.allows("ada", START, MACHINE));
        assertTrue(access.allows("ada", START, MACHINE.toUpperCase()));
        assertTrue(access.allows("ada", START, MACHINE + "/extensions/x"));
        assertFalse(access.allows("ada", START, MACHINE + "2"));
        assertFalse(access.allows("ada", START, GROUP));
        assertTrue(access(to("ada", "machines", "/")).allows("ada", START, MACHINE));
        assertFalse(access(to("ada", "machines", GROUP + "2")).allows("ada", START, MACHINE));
    }

    @Test
    void whatOneRoleLeavesOutAnotherMayGrant() {
        assertFalse(access(to("ada", "machines", GROUP)).allows("ada", DEALLOCATE, MACHINE));
        assertTrue(access(to("ada", "machines", GROUP), to("ada", "stop", MACHINE)).allows("ada", DEALLOCATE, MACHINE));
        assertTrue(access(to("ada", "stop", GROUP), to("ada", "machines", MACHINE)).allows("ada", DEALLOCATE, MACHINE));
    }

    @Test
    void whatAGroupHoldsItsMembersHold() {
        AccessControl access = access(to("EVERYBODY", "machines", GROUP));
        assertTrue(access.allows("ada", START, MACHINE));
        assertFalse(access.allows("grace", START, MACHINE));
        assertTrue(access.allows("everybody", START, MACHINE));
    }

    @Test
    void actionsAndDataActionsAreGrantedApart() {
        AccessControl access = access(to("ada", "secrets", GROUP));
        assertTrue(access.allows("ada", Operation.dataAction("Microsoft.KeyVault/vaults/secrets/getSecret/action"), GROUP));
        assertFalse(access.allows("ada", Operation.action("Microsoft.KeyVault/vaults/secrets/getSecret/action"), GROUP));
        assertFalse(access.allows("ada", Operation.dataAction("Microsoft.KeyVault/vaults/secrets/backup/action"), GROUP));
        assertFalse(access(to("ada", "machines", GROUP)).allows("ada", Operation.dataAction(START.name()), GROUP));
    }

    @Test
    void aRoleThatNobodyKnowsGrantsNothing() {
        assertFalse(access(to("ada", "gone", GROUP)).allows("ada", START, MACHINE));
    }

    @Test
    void whoHoldsSomethingBelowIsKnown() {
        AccessControl access = access(to("ada", "stop", MACHINE));
        assertTrue(access.isKnownIn("ada", "/subscriptions/s"));
        assertTrue(access.isKnownIn("ada", MACHINE));
        assertFalse(access.isKnownIn("ada", "/subscriptions/t"));
        assertFalse(access.isKnownIn("grace", "/subscriptions/s"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, a/read, true",
        "*/read, Microsoft.Compute/virtualMachines/read, true",
        "*/read, Microsoft.Compute/virtualMachines/reader, false",
        "a/*/read, a/b/c/read, true",
        "a/*/read, a/read, false",
        "a/*, a/, true",
        "A/b/READ, a/B/read, true",
        "a.b/read, axb/read, false",
        "a/b, a/b/c, false",
        "workspaces/*/action, workspaces/computes/applicationaccess/action, true",
        "a/[b]/read, a/b/read, false"
    })
    void aWildcardIsAnyTextAndEverythingElseItself(String pattern, String operation, boolean matches) {
        assertEquals(matches, Wildcards.match(pattern, operation));
    }
}
