package atelier.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The process that is Azure to workstation ada, over the stack dev as the real engine deployed it. */
@ExtendWith(DevStack.class)
class ArmApiIT {
    private static final String ARM = "management.azure.com";
    private static final String SUBSCRIPTION = "/subscriptions/0a71e1e5-5a1d-4b0c-8f00-5ca1ab1e0001";
    private static final String COMPUTE = SUBSCRIPTION + "/resourceGroups/atelier-vision-compute/providers/Microsoft.Compute";
    private static final String ADA = COMPUTE + "/virtualMachines/vision-ada";
    private static final String GRACE = COMPUTE + "/virtualMachines/vision-grace";
    private static final String DATA = SUBSCRIPTION + "/resourceGroups/atelier-vision-data/providers/";
    private static final String WORKSPACE = DATA + "Microsoft.MachineLearningServices/workspaces/atelier-vision-g1";
    private static final String VERSION = "?api-version=2024-07-01";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;
    private Engine dev;
    private ArmProcess process;
    private Visitor visitor;
    private String account;
    private JsonNode document;

    @BeforeEach
    void start(Engine dev) throws Exception {
        this.dev = dev;
        TestCertificate certificate = TestCertificate.in(directory);
        process = ArmProcess.serve(
                dev.sandbox(), dev.world(),
                "--https", "127.0.0.1:0", "--keystore", certificate.keyStore().toString(),
                "--workstation", "ada", "--metadata", "127.0.0.1:0", "--wire-server", "127.0.0.1:0");
        visitor = new Visitor(certificate.client(), process.port(0));
        byte[] userData = Base64.getDecoder().decode(
                metadata("/metadata/instance/compute/userData?api-version=2021-01-01&format=text").body());
        document = JSON.readTree(userData);
        account = DATA + "Microsoft.Storage/storageAccounts/" + document.at("/files/account").asText();
    }

    @AfterEach
    void end() {
        process.close();
    }

    private HttpResponse<String> metadata(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + process.port(1) + path);
        HttpRequest request = HttpRequest.newBuilder(address).header("Metadata", "true").build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A token of one of the machine's identities, as a process on the machine gets it. */
    private String identityToken(String purpose) throws Exception {
        String path = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fmanagement.azure.com%2F&client_id="
                + document.at("/identities/" + purpose).asText();
        return JSON.readTree(metadata(path).body()).path("access_token").asText();
    }

    private String userToken(String name) throws IOException {
        return ArmProcess.token(dev.sandbox(), dev.world(), name);
    }

    private Visitor.Reply get(String token, String path) throws IOException {
        return visitor.get(ARM, path, "Authorization: Bearer " + token);
    }

    private int post(String token, String path) throws IOException {
        return visitor.post(ARM, path + VERSION, Map.of(), "Authorization: Bearer " + token).status();
    }

    private String powerState(String machine) throws IOException {
        return get(userToken("alan"), machine + "/instanceView" + VERSION).json().at("/statuses/1/code").asText();
    }

    @Test
    void theAgentStopsItsOwnMachineAndNoOther() throws Exception {
        String agent = identityToken("agent");
        assertEquals(403, post(agent, GRACE + "/deallocate"));
        assertEquals(403, post(agent, ADA + "/start"));
        assertEquals("PowerState/running", powerState(ADA));
        assertEquals(202, post(agent, ADA + "/deallocate"));
        assertEquals("PowerState/deallocated", powerState(ADA));
        assertEquals("PowerState/running", powerState(GRACE));
    }

    @Test
    void theAgentListsTheKeysOfTheFilesAndUsersCodeDoesNot() throws Exception {
        assertEquals(200, post(identityToken("agent"), account + "/listKeys"));
        assertEquals(403, post(identityToken("notebook"), account + "/listKeys"));
        assertEquals(403, post(identityToken("signin"), account + "/listKeys"));
    }

    @Test
    void theAgentReadsWhoMayOpenAndUsersCodeDoesNot() throws Exception {
        String ada = document.at("/access/owner").asText();
        String path = WORKSPACE + "/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=atScope()%20and%20assignedTo('"
                + ada + "')";
        JsonNode assignments = get(identityToken("agent"), path).json().path("value");
        List<String> principals = Stream.iterate(0, i -> i + 1).limit(assignments.size())
                .map(i -> assignments.path(i).at("/properties/principalId").asText()).distinct().toList();
        assertEquals(List.of("3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61"), principals);
        String role = assignments.path(0).at("/properties/roleDefinitionId").asText();
        String definition = WORKSPACE + "/providers/Microsoft.Authorization/roleDefinitions/" + role.substring(role.lastIndexOf('/') + 1);
        assertEquals(200, get(identityToken("agent"), definition + "?api-version=2022-04-01").status());
        assertEquals("403 AuthorizationFailed", get(identityToken("notebook"), path).code());
    }

    @Test
    void peopleStartAndStopAsTheirGroupsAllow() throws Exception {
        for (String may : List.of("ada", "grace", "otto", "alan")) {
            assertEquals(202, post(userToken(may), ADA + "/start"), may);
        }
        for (String mayNot : List.of("rachel", "dana", "noah", "gwen")) {
            assertEquals(403, post(userToken(mayNot), ADA + "/start"), mayNot);
        }
        assertEquals(401, post(userToken("mallory"), ADA + "/start"));
        assertEquals(401, post(ArmProcess.token(dev.sandbox(), dev.world(), "alan", "--seconds", "-60"), ADA + "/start"));
        assertEquals(200, get(userToken("rachel"), ADA + VERSION).status());
        assertEquals(403, post(userToken("ada"), account + "/listKeys"));
    }

    @Test
    void powerIsNoDriftAndTheEngineWorksBesideIt() throws Exception {
        assertEquals(202, post(userToken("ada"), ADA + "/deallocate"));
        dev.run("refresh", "--preview-only", "--expect-no-changes").succeeded();
        assertEquals("PowerState/deallocated", powerState(ADA));
    }

    @Test
    void namesThatItDoesNotServeAreMisdirected() throws Exception {
        assertEquals(404, visitor.get("kv-none.vault.azure.net", "/secrets/x?api-version=7.4",
                "Authorization: Bearer " + ArmProcess.token(dev.sandbox(), dev.world(), "ada", "--audience", "https://vault.azure.net"))
                .status());
        // Without --identity-provider there is no sign-in.
        assertEquals("421 MisdirectedRequest", visitor.get("login.microsoftonline.com", "/").code());
    }

    @Test
    void itEndsWhenItIsToldTo() throws Exception {
        assertEquals(143, process.stop());
    }

    @Test
    void aMistakeIsToldWithoutAStackTrace() throws Exception {
        String cloud = dev.sandbox().toString();
        String world = dev.world().toString();
        assertTrue(ArmProcess.fails("server").startsWith("2 ArmApi: the command is 'server': allowed are"));
        assertEquals(
                "2 ArmApi: --workstation is 'edsger': allowed is the name of a deployed workstation or machine; "
                        + "`sandbox/pulumi stack output workstations` lists them",
                ArmProcess.fails("serve", "--cloud", cloud, "--world", world, "--workstation", "edsger", "--metadata", "127.0.0.1:0"));
        assertEquals(
                "2 ArmApi: --name is 'edsger': allowed is the name of a user in azure.yaml or of a deployed identity",
                ArmProcess.fails("token", "--cloud", cloud, "--world", world, "--name", "edsger"));
    }
}
