package atelier.outputs;

import atelier.model.Access;
import atelier.model.ObjectId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the owner of the app registration has to set, because Entra objects cannot be declared with this provider.
 *
 * @param workstations the links of all workstations, in every way that they are reached
 * @param principalId of the managed identity {@code signin}, the registration's only credential
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity">
 *     An app that trusts a managed identity</a>
 */
record SignIn(Access access, List<Links> workstations, Output<String> principalId) {
    private static final String AUDIENCE = "api://AzureADTokenExchange";

    /** The role of an app that declares none: https://learn.microsoft.com/graph/api/group-post-approleassignments */
    private static final String DEFAULT_ROLE = "00000000-0000-0000-0000-000000000000";

    Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("redirectUris", redirectUris());
        value.put("commands", commands());
        value.put("mfa", "Require multi-factor authentication for this app in a Conditional Access policy: "
                + "Entra admin center > Protection > Conditional Access > New policy > Target resources: "
                + access.signInClientId());
        return value;
    }

    private List<Object> commands() {
        List<Object> commands = new ArrayList<>(List.of(requireAssignment()));
        groupsThatOpen().map(this::assign).forEach(commands::add);
        commands.add(principalId.applyValue(this::trustIdentity));
        if (!workstations.isEmpty()) {
            commands.add(setRedirectUris());
        }
        return commands;
    }

    private List<String> redirectUris() {
        return workstations.stream().map(Links::redirectUri).toList();
    }

    private String setRedirectUris() {
        return "az ad app update --id " + access.signInClientId() + " --web-redirect-uris " + String.join(" ", redirectUris());
    }

    // Without it every account of the tenant gets as far as the workstation's own check.
    private String requireAssignment() {
        return "az ad sp update --id " + access.signInClientId() + " --set appRoleAssignmentRequired=true";
    }

    // An owner without one of these roles opens nothing, so nobody else needs an assignment.
    private Stream<ObjectId> groupsThatOpen() {
        return Stream.concat(Stream.of(access.groups().admins()), access.groups().scientists().stream()).distinct();
    }

    private String assign(ObjectId group) {
        String app = "$(az ad sp show --id " + access.signInClientId() + " --query id --output tsv)";
        return "az rest --method post --url https://graph.microsoft.com/v1.0/groups/" + group + "/appRoleAssignments --body "
                + "'{\"principalId\":\"" + group + "\",\"resourceId\":\"'\"" + app + "\"'\",\"appRoleId\":\"" + DEFAULT_ROLE + "\"}'";
    }

    private String trustIdentity(String subject) {
        String parameters = JsonNodeFactory.instance
                .objectNode()
                .put("name", "atelier-signin")
                .put("issuer", "https://login.microsoftonline.com/" + access.tenantId() + "/v2.0")
                .put("subject", subject)
                .set("audiences", JsonNodeFactory.instance.arrayNode().add(AUDIENCE))
                .toString();
        return "az ad app federated-credential create --id " + access.signInClientId() + " --parameters '" + parameters + "'";
    }
}
