package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** AML: the workspace and its clusters. */
final class WorkspaceChecks {
    private static final String WORKSPACE = "machinelearningservices:Workspace";
    private static final String COMPUTE = "machinelearningservices:Compute";
    private static final String CLUSTER = "properties.properties.";

    private WorkspaceChecks() {}

    static List<Check> all() {
        return List.of(
                Check.everyHas("AML-01", WORKSPACE, "publicNetworkAccess", "Disabled"),
                Check.every("AML-01", WORKSPACE, "not public behind the virtual network",
                        workspace -> !workspace.input("allowPublicAccessWhenBehindVnet").asBoolean()),
                Check.every("AML-02", WORKSPACE, "a private endpoint leads to it", WorkspaceChecks::hasPrivateEndpoint),
                Check.everyHas("AML-03", WORKSPACE, "identity.type", "UserAssigned"),
                Check.every("AML-03", WORKSPACE, "its primary identity is one of its own", WorkspaceChecks::primaryIsAttached),
                Check.every("AML-05", WORKSPACE, "with high business impact, storage is private",
                        WorkspaceChecks::impactIsPrivate),
                Check.every("AML-06", WORKSPACE, "its logs are kept", OperationsChecks::logsAreKept),
                Check.everyHas("AML-07", COMPUTE, "properties.disableLocalAuth", "true"),
                Check.every("AML-08", COMPUTE, "its nodes are in the team's network",
                        compute -> compute.input(CLUSTER + "subnet.id").isTextual()),
                Check.everyHas("AML-08", COMPUTE, CLUSTER + "remoteLoginPortPublicAccess", "Disabled"),
                Check.everyHas("AML-08", COMPUTE, CLUSTER + "enableNodePublicIp", "false"),
                Check.every("AML-09", COMPUTE, "it lets go of idle nodes",
                        compute -> compute.input(CLUSTER + "scaleSettings.nodeIdleTimeBeforeScaleDown").asText()
                                .startsWith("PT")),
                Check.every("AML-09", "compute:VirtualMachine", "its document says when idle is too long",
                        WorkspaceChecks::saysWhenIdle));
    }

    static boolean hasPrivateEndpoint(Registration target, Recorded all) {
        return all.ofType("network:PrivateEndpoint").all().stream()
                .flatMap(endpoint -> endpoint.inputs().findValues("privateLinkServiceId").stream())
                .anyMatch(id -> id.asText().equalsIgnoreCase(target.id()));
    }

    private static boolean primaryIsAttached(Registration workspace) {
        String primary = workspace.input("primaryUserAssignedIdentity").asText();
        JsonNode attached = workspace.input("identity.userAssignedIdentities");
        Stream.Builder<String> ids = Stream.builder();
        attached.forEach(id -> ids.add(id.asText()));
        attached.fieldNames().forEachRemaining(ids);
        return !primary.isEmpty() && ids.build().anyMatch(primary::equalsIgnoreCase);
    }

    private static boolean impactIsPrivate(Registration workspace, Recorded all) {
        return !workspace.input("hbiWorkspace").asBoolean()
                || all.ofType("storage:StorageAccount").all().stream()
                        .allMatch(account -> account.input("publicNetworkAccess").asText().equals("Disabled"));
    }

    private static boolean saysWhenIdle(Registration vm) {
        String document = vm.input("userData").asText();
        return new String(Base64.getDecoder().decode(document), StandardCharsets.UTF_8)
                .matches("(?s).*\"idle\\w*\"\\s*:\\s*\\S.*");
    }
}
