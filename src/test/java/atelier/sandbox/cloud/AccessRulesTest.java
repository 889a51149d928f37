package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Identities, roles, policies and budgets. */
class AccessRulesTest extends EstateDeployed {
    private static final String OTHER_ASSIGNMENT = ASSIGNMENT.replace("8222-222222222222", "8222-333333333333");
    private static final String OTHER_ROLE = ROLE.replace("8111-111111111111", "8111-333333333333");
    private static final String NOBODY = "99999999-9999-4999-8999-999999999999";

    @Test
    void anAssignmentAndItsPrincipalAreGuids() {
        azure.refuses(
                400,
                "InvalidRoleAssignmentId",
                GROUP + "/providers/Microsoft.Authorization/roleAssignments/scientists",
                body(ASSIGNMENT));
        azure.refuses(
                400,
                "InvalidPrincipalId",
                OTHER_ASSIGNMENT,
                with(body(ASSIGNMENT), "/properties/principalId", "scientists"));
        azure.refuses(
                400, "InvalidPrincipalId", OTHER_ASSIGNMENT, without(body(ASSIGNMENT), "/properties/principalId"));
    }

    @Test
    void anAssignmentHappensOnce() {
        assertEquals(
                "The role assignment already exists.",
                azure.refuses(409, "RoleAssignmentExists", OTHER_ASSIGNMENT, body(ASSIGNMENT)));
        azure.put(OTHER_ASSIGNMENT, with(body(ASSIGNMENT), "/properties/roleDefinitionId", READER));
        azure.put(OTHER_ASSIGNMENT.replace(WORKSPACE, GROUP), body(ASSIGNMENT));
    }

    @Test
    void anAssignmentDoesNotChange() {
        refusesChange(
                400,
                "RoleAssignmentUpdateNotPermitted",
                ASSIGNMENT,
                "/properties/principalId",
                "1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349");
        refusesChange(400, "RoleAssignmentUpdateNotPermitted", ASSIGNMENT, "/properties/roleDefinitionId", READER);
    }

    @Test
    void anAssignmentIsToSomebodyWhoExists() {
        String text = azure.refuses(
                400, "PrincipalNotFound", OTHER_ASSIGNMENT, with(body(ASSIGNMENT), "/properties/principalId", NOBODY));
        assertTrue(
                text.startsWith(
                        "Principal 99999999999949998999999999999999 does not exist in the directory " + TENANT + "."),
                text);
    }

    @Test
    void aManagedIdentityIsAPrincipalWhileItExists() {
        String principal = azure.get(IDENTITY).at("/properties/principalId").asText();
        ObjectNode toIdentity = with(body(ASSIGNMENT), "/properties/principalId", principal);
        azure.refuses(
                400, "UnmatchedPrincipalType", OTHER_ASSIGNMENT, with(toIdentity, "/properties/principalType", "User"));
        azure.put(OTHER_ASSIGNMENT, with(toIdentity, "/properties/principalType", "ServicePrincipal"));
        String own = azure.get(WORKFLOW).at("/identity/principalId").asText();
        azure.put(
                OTHER_ASSIGNMENT.replace("3333", "4444"),
                with(without(toIdentity, "/properties/principalType"), "/properties/principalId", own));
        azure.delete(WORKFLOW);
        azure.refuses(
                400,
                "PrincipalNotFound",
                OTHER_ASSIGNMENT.replace("3333", "5555"),
                with(without(toIdentity, "/properties/principalType"), "/properties/principalId", own));
    }

    @Test
    void anAssignmentIsOfARoleThatExistsAndIsAssignableThere() {
        String role = "/properties/roleDefinitionId";
        azure.refuses(
                400,
                "RoleDefinitionDoesNotExist",
                OTHER_ASSIGNMENT,
                with(body(ASSIGNMENT), role, READER.replace("acdd", "0000")));
        azure.refuses(400, "InvalidRoleDefinitionId", OTHER_ASSIGNMENT, with(body(ASSIGNMENT), role, "Reader"));
        String elsewhere = SUBSCRIPTION
                + "/providers/Microsoft.Authorization/roleAssignments/33333333-3333-4333-8333-333333333333";
        azure.refuses(400, "RoleDefinitionDoesNotExist", elsewhere, body(ASSIGNMENT));
    }

    @Test
    void anAssignmentIsOnSomethingThatExists() {
        azure.refuses(
                404, "ResourceNotFound", OTHER_ASSIGNMENT.replace(WORKSPACE, WORKSPACE + "-gone"), body(ASSIGNMENT));
        azure.refuses(
                404, "ResourceGroupNotFound", OTHER_ASSIGNMENT.replace(WORKSPACE, GROUP + "-gone"), body(ASSIGNMENT));
    }

    @Test
    void anAssignmentMayBeOnACertificateThatAnOperatorPutIntoTheVault() {
        String certificate = OTHER_ASSIGNMENT.replace(WORKSPACE, VAULT + "/secrets/workstations");
        ObjectNode reader = with(body(ASSIGNMENT), "/properties/roleDefinitionId", READER);
        azure.refuses(404, "ResourceNotFound", certificate.replace("/workstations/", "/other/"), reader);
        azure.refuses(404, "ResourceNotFound", certificate.replace("/vaults/kv-team/", "/vaults/kv-other/"), reader);
        azure.put(certificate, reader);
        String secret = VAULT + "/secrets/workstations";
        assertEquals(
                json("{location: 'westeurope', id: '" + secret + "', name: 'workstations', type: 'Microsoft.KeyVault/vaults/secrets'}"),
                azure.get(secret));
    }

    @Test
    void aRoleNameIsUniqueInTheDirectory() {
        azure.refuses(409, "RoleDefinitionWithSameNameExists", OTHER_ROLE, body(ROLE));
        azure.refuses(
                409,
                "RoleDefinitionWithSameNameExists",
                OTHER_ROLE,
                with(body(ROLE), "/properties/roleName", "contributor"));
    }

    @Test
    void aRolesScopesExist() {
        String scopes = "/properties/assignableScopes";
        azure.refuses(
                400,
                "InvalidRoleDefinitionScope",
                OTHER_ROLE,
                with(with(body(ROLE), "/properties/roleName", "other"), scopes, node("[]")));
        refusesChange(403, "LinkedAuthorizationFailed", ROLE, scopes + "/0", GROUP + "-gone");
    }

    @Test
    void aRolesActionsAreWellFormed() {
        String permission = "/properties/permissions/0";
        refusesChange(400, "InvalidActionOrNotAction", ROLE, permission + "/actions/0", "start the machine");
        refusesChange(
                400,
                "InvalidActionOrNotAction",
                ROLE,
                permission + "/notActions",
                node("['Microsoft.Compute/virtualMachines']"));
        refusesChange(400, "InvalidDataActionOrNotDataAction", ROLE, permission + "/dataActions", node("['login']"));
        azure.put(
                ROLE,
                with(
                        body(ROLE),
                        permission + "/actions",
                        node("['*/read', 'Microsoft.MachineLearningServices/workspaces/*/read']")));
    }

    @Test
    void aRoleDefinitionIsAGuid() {
        azure.refuses(
                400,
                "InvalidRoleDefinitionId",
                GROUP + "/providers/Microsoft.Authorization/roleDefinitions/operator",
                body(ROLE));
    }

    @Test
    void aPolicyAssignmentHasADefinitionAndItsParameters() {
        String definition = "/properties/policyDefinitionId";
        refusesChange(
                404,
                "PolicyDefinitionNotFound",
                ALLOWED_SIZES,
                definition,
                "/providers/Microsoft.Authorization/policyDefinitions/" + NOBODY);
        refusesWithout(400, "MissingPolicyParameter", ALLOWED_SIZES, "/properties/parameters/listOfAllowedSKUs");
        refusesChange(
                400, "UndefinedPolicyParameter", ALLOWED_SIZES, "/properties/parameters/sizes", json("{value: []}"));
        refusesChange(400, "LocationRequired", ALLOWED_SIZES, "/identity", json("{type: 'SystemAssigned'}"));
        azure.refuses(
                400,
                "InvalidPolicyAssignmentName",
                GROUP + "/providers/Microsoft.Authorization/policyAssignments/" + "a".repeat(65),
                body(ALLOWED_SIZES));
    }

    @Test
    void theAllowedLocationsPolicyIsEnforced() {
        azure.put(
                ALLOWED_SIZES + "-b",
                json("{properties: {policyDefinitionId: '/providers/Microsoft.Authorization/policyDefinitions/"
                        + Policies.ALLOWED_LOCATIONS
                        + "', parameters: {listOfAllowedLocations: {value: ['westeurope']}}}}"));
        refusesAnother(403, "RequestDisallowedByPolicy", IDENTITY, "/location", "northeurope");
        azure.put(IDENTITY + "-b", body(IDENTITY));
        azure.put(ZONE + ".b", body(ZONE));
    }

    @Test
    void aFederatedCredentialIsComplete() {
        refusesChange(400, "BadRequest", CREDENTIAL, "/properties/audiences", node("['a', 'b']"));
        refusesChange(400, "BadRequest", CREDENTIAL, "/properties/issuer", "http://login.example.com/");
        refusesWithout(400, "BadRequest", CREDENTIAL, "/properties/subject");
        azure.refuses(409, "Conflict", CREDENTIAL + "-b", body(CREDENTIAL));
        azure.refuses(404, "ParentResourceNotFound", CREDENTIAL.replace("notebook", "gone"), body(CREDENTIAL));
        azure.refuses(400, "BadRequest", IDENTITY + "/federatedIdentityCredentials/ab", body(CREDENTIAL));
    }

    @Test
    void anIdentityTrustsAtMostTwentyCredentials() {
        for (int i = 1; i < 20; i++) {
            azure.put(CREDENTIAL + i, with(body(CREDENTIAL), "/properties/subject", "cluster" + i));
        }
        azure.refuses(400, "BadRequest", CREDENTIAL + 20, with(body(CREDENTIAL), "/properties/subject", "cluster20"));
    }

    @Test
    void anIdentityHasAValidName() {
        azure.refuses(
                400, "ResourceNameInvalid", id("Microsoft.ManagedIdentity/userAssignedIdentities/ab"), body(IDENTITY));
    }

    @Test
    void aBudgetStartsOnTheFirstOfThisMonthOrLater() {
        String start = "/properties/timePeriod/startDate";
        azure.refuses(400, "400", BUDGET + "-b", with(body(BUDGET), start, "2026-11-02"));
        azure.refuses(400, "400", BUDGET + "-b", with(body(BUDGET), start, "2026-10-01T00:00:00Z"));
        azure.refuses(400, "400", BUDGET + "-b", with(body(BUDGET), start, "soon"));
        azure.put(BUDGET + "-b", with(body(BUDGET), start, "2026-12-01T00:00:00Z"));
    }

    @Test
    void aBudgetsPeriodStays() {
        assertEquals(
                "Start date of budgets cannot be updated. Please delete and create a new budget.",
                refusesChange(400, "400", BUDGET, "/properties/timePeriod/startDate", "2026-12-01"));
        azure.put(BUDGET, with(body(BUDGET), "/properties/timePeriod/startDate", "2026-11-01T00:00:00Z"));
        refusesChange(400, "400", BUDGET, "/properties/timeGrain", "Quarterly");
        refusesChange(400, "400", BUDGET, "/properties/timePeriod/endDate", "2026-11-01");
    }

    @Test
    void aBudgetTellsSomebody() {
        refusesChange(400, "400", BUDGET, "/properties/amount", 0);
        refusesChange(400, "400", BUDGET, "/properties/notifications/most/contactEmails", node("[]"));
        refusesChange(400, "400", BUDGET, "/properties/notifications/most/threshold", 1001);
        ObjectNode six = body(BUDGET);
        for (int i = 1; i < 6; i++) {
            six = with(six, "/properties/notifications/n" + i, body(BUDGET).at("/properties/notifications/most"));
        }
        azure.refuses(400, "400", BUDGET, six);
    }
}
