package atelier.sandbox.http;

import static atelier.sandbox.cloud.Estate.ACCOUNT;
import static atelier.sandbox.cloud.Estate.GROUP;
import static atelier.sandbox.cloud.Estate.MACHINE;
import static atelier.sandbox.cloud.Estate.SUBSCRIPTION;
import static atelier.sandbox.cloud.Estate.WORKSPACE;
import static atelier.sandbox.http.Simulated.body;
import static atelier.sandbox.http.Simulated.code;
import static atelier.sandbox.http.Simulated.values;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources and actions over HTTP, by people who may and who may not. `you` owns the subscription, `ada` is a scientist. */
class ArmEndpointTest {
    private static final String OPERATION_HEADER = "Azure-AsyncOperation";

    @TempDir
    Path directory;

    private Simulated simulated;
    private ArmEndpoint arm;

    @BeforeEach
    void deploy() {
        simulated = new Simulated(Azure.empty(directory).withEstate());
        arm = simulated.arm();
    }

    private Answer send(String method, String name, String path) {
        return arm.answer(simulated.armRequest(method, name, path));
    }

    private Answer get(String name, String path) {
        return send("GET", name, path);
    }

    private Answer withBearer(String header) {
        return arm.answer(Simulated.request("GET", "management.azure.com", GROUP + "?api-version=1", Map.of("Authorization", header)));
    }

    @Test
    void withoutATokenTheAnswerSaysWhereToGetOne() {
        Answer answer = arm.answer(Simulated.request("GET", "management.azure.com", GROUP + "?api-version=1", Map.of()));
        assertEquals("401 AuthenticationFailed", code(answer));
        assertTrue(answer.headers().get("WWW-Authenticate").get(0).startsWith(
                "Bearer authorization_uri=\"https://login.microsoftonline.com/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613\""));
        assertEquals("401 AuthenticationFailed", code(withBearer("Basic eW91OnB3")));
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        assertEquals("401 InvalidAuthenticationToken", code(withBearer("Bearer nonsense")));
        assertEquals(
                "401 InvalidAuthenticationTokenAudience",
                code(withBearer("Bearer " + simulated.token("you", "https://vault.azure.net"))));
        assertEquals(
                "401 InvalidAuthenticationTokenTenant",
                code(withBearer("Bearer " + simulated.token("mallory", "https://management.azure.com/"))));
    }

    @Test
    void theVersionIsRequired() {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + simulated.token("you", "https://management.azure.com"));
        assertEquals(
                "400 MissingApiVersionParameter",
                code(arm.answer(Simulated.request("GET", "management.azure.com", GROUP, bearer))));
    }

    @Test
    void aRefusalNamesTheActionAndTheScopeAndComesBeforeExistence() {
        Answer answer = get("noah", MACHINE + "-gone");
        assertEquals("403 AuthorizationFailed", code(answer));
        String message = body(answer).at("/error/message").asText();
        assertTrue(message.contains("perform action 'Microsoft.Compute/virtualMachines/read' over scope '" + MACHINE + "-gone'"));
        assertTrue(message.contains("object id 'e687c0e2-bf93-4a14-8c8d-76a3e1c4850b'"));
        assertEquals("404 ResourceNotFound", code(get("you", MACHINE + "-gone")));
        assertEquals("404 ResourceGroupNotFound", code(get("you", GROUP + "-gone")));
    }

    @Test
    void aGroupIsReadByTheNameThatItsOperationsHave() {
        assertTrue(body(get("noah", GROUP)).at("/error/message").asText()
                .contains("'Microsoft.Resources/subscriptions/resourceGroups/read'"));
        assertEquals("team", body(get("you", GROUP)).path("name").asText());
    }

    @Test
    void aMachineShowsItsUserDataOnlyWhenAskedAndItsCustomDataNever() {
        JsonNode plain = body(get("you", MACHINE));
        assertTrue(plain.at("/properties/userData").isMissingNode());
        assertTrue(plain.at("/properties/instanceView").isMissingNode());
        assertEquals("e30=", body(get("you", MACHINE + "?$expand=userData")).at("/properties/userData").asText());
        JsonNode expanded = body(get("you", MACHINE + "?$expand=instanceView"));
        assertEquals("PowerState/running", expanded.at("/properties/instanceView/statuses/1/code").asText());
        assertTrue(expanded.at("/properties/osProfile/customData").isMissingNode());
    }

    @Test
    void aMachineIsStoppedAndStartedWhileItsSenderAsks() {
        Answer accepted = send("POST", "you", MACHINE + "/deallocate");
        assertEquals(202, accepted.status());
        assertEquals(List.of("1"), accepted.headers().get("Retry-After"));
        String operation = path(accepted, OPERATION_HEADER);
        assertEquals("404 NotFound", code(get("ada", operation)));
        assertEquals("InProgress", body(get("you", operation)).path("status").asText());
        assertEquals("Succeeded", body(get("you", operation)).path("status").asText());
        assertEquals("PowerState/deallocated", powerState());

        assertEquals("409 OperationNotAllowed", code(send("POST", "you", MACHINE + "/restart")));
        assertEquals("409 OperationNotAllowed", code(send("POST", "you", MACHINE + "/powerOff")));
        String location = path(send("POST", "you", MACHINE + "/start"), "Location") + "?monitor=true";
        assertEquals(202, get("you", location).status());
        assertEquals(200, get("you", location).status());
        assertEquals("PowerState/running", powerState());
        send("POST", "you", MACHINE + "/poweroff");
        assertEquals("PowerState/stopped", powerState());
        assertFalse(body(get("you", MACHINE)).toString().contains("stopped"));
    }

    private static String path(Answer answer, String header) {
        String address = answer.headers().get(header).get(0);
        assertTrue(address.startsWith("https://management.azure.com" + SUBSCRIPTION + "/providers/Microsoft.Compute/locations/westeurope/"));
        return address.substring("https://management.azure.com".length(), address.indexOf('?'));
    }

    private String powerState() {
        return body(get("you", MACHINE + "/instanceView")).at("/statuses/1/code").asText();
    }

    @Test
    void whoMayNotStopAMachineDoesNot() {
        Answer answer = send("POST", "ada", MACHINE + "/deallocate");
        assertEquals("403 AuthorizationFailed", code(answer));
        assertTrue(body(answer).at("/error/message").asText().contains("'Microsoft.Compute/virtualMachines/deallocate/action'"));
        assertEquals("PowerState/running", powerState());
    }

    @Test
    void keysOfAnAccountAreForThoseWhoMayListThem() {
        Answer answer = send("POST", "you", ACCOUNT + "/listKeys");
        assertEquals(200, answer.status());
        assertEquals("key1", body(answer).at("/keys/0/keyName").asText());
        assertFalse(simulated.azure.content().contains(body(answer).at("/keys/0/value").asText()));
        assertEquals("403 AuthorizationFailed", code(send("POST", "ada", ACCOUNT + "/listKeys")));
        assertEquals("400 InvalidAction", code(send("POST", "you", ACCOUNT + "/regenerateKey")));
    }

    @Test
    void aListHasWhatItsReaderMaySee() {
        String machines = GROUP + "/providers/Microsoft.Compute/virtualMachines";
        assertEquals(List.of(MACHINE), values(get("you", machines), "/id"));
        assertEquals(List.of(MACHINE), values(get("you", SUBSCRIPTION + "/providers/Microsoft.Compute/virtualMachines"), "/id"));
        assertEquals(List.of(), values(get("noah", machines), "/id"));
        assertEquals(List.of(), values(get("you", machines.replace("/team/", "/other/")), "/id"));
        assertEquals(List.of(GROUP), values(get("you", SUBSCRIPTION + "/resourcegroups"), "/id"));
    }

    @Test
    void aSubscriptionIsSeenByThoseWhoHoldSomethingInIt() {
        assertEquals(List.of(SUBSCRIPTION), values(get("ada", "/subscriptions"), "/id"));
        assertEquals(List.of(), values(get("noah", "/subscriptions"), "/id"));
        assertEquals("Enabled", body(get("ada", SUBSCRIPTION)).path("state").asText());
        assertEquals("404 SubscriptionNotFound", code(get("noah", SUBSCRIPTION)));
        assertEquals("404 SubscriptionNotFound", code(get("you", SUBSCRIPTION.replace("0a71e1e5", "0b71e1e5"))));
    }

    @Test
    void whatIsNoResourceIsNotThere() {
        assertEquals("404 InvalidResourceType", code(get("you", WORKSPACE + "/computes")));
    }

    @Test
    void changesAreForTheEngine() {
        Answer answer = send("PUT", "you", MACHINE);
        assertEquals("405 MethodNotAllowed", code(answer));
        assertTrue(body(answer).at("/error/message").asText().contains("sandbox/pulumi"));
        assertEquals(405, send("DELETE", "you", MACHINE).status());
    }

    @Test
    void aFaultStrikesAsOftenAsItShouldAndOnlyItsAction(@TempDir Path other) {
        String fault = "faults:\n  - {action: '*/deallocate/action', status: 429, code: TooManyRequests, times: 2}";
        Simulated failing = new Simulated(Azure.inWorld(other, "faults: []", fault).withEstate());
        ArmEndpoint busy = failing.arm();
        Request stop = failing.armRequest("POST", "you", MACHINE + "/deallocate");
        assertEquals("403 AuthorizationFailed", code(busy.answer(failing.armRequest("POST", "ada", MACHINE + "/deallocate"))));
        assertEquals("429 TooManyRequests", code(busy.answer(stop)));
        assertEquals(200, busy.answer(failing.armRequest("GET", "you", MACHINE)).status());
        Answer second = busy.answer(stop);
        assertEquals("429 TooManyRequests", code(second));
        assertEquals(List.of("1"), second.headers().get("Retry-After"));
        assertEquals(202, busy.answer(stop).status());
    }
}
