package atelier.sandbox.http;

import static atelier.sandbox.cloud.Estate.GROUP;
import static atelier.sandbox.cloud.Estate.IDENTITY;
import static atelier.sandbox.cloud.Estate.MACHINE;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.http.Simulated.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import atelier.sandbox.cloud.Estate;
import atelier.sandbox.token.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process on a machine with two identities gets from the metadata service. */
class MetadataEndpointTest {
    private static final String AGENT = IDENTITY.replace("/notebook", "/agent");
    private static final String STRANGER = IDENTITY.replace("/notebook", "/workspace");
    private static final String TOKEN = "/metadata/identity/oauth2/token?api-version=2018-02-01";
    private static final String ARM = "&resource=https%3A%2F%2Fmanagement.azure.com%2F";
    private static final Map<String, String> METADATA = Map.of("Metadata", "true");

    @TempDir
    Path directory;

    private Simulated simulated;
    private MetadataEndpoint metadata;

    @BeforeEach
    void deploy() {
        simulated = new Simulated(Azure.empty(directory).withEstate());
        simulated.azure.put(AGENT, Estate.body(IDENTITY));
        simulated.azure.put(STRANGER, Estate.body(IDENTITY));
        simulated.azure.put(MACHINE, with(
                with(Estate.body(MACHINE), "/identity/userAssignedIdentities", json("{'" + IDENTITY + "': {}, '" + AGENT + "': {}}")),
                "/tags", json("{owner: 'ada@example.com', workstation: 'ada'}")));
        metadata = new MetadataEndpoint(simulated.azure.cloud(), MACHINE, simulated.tokens);
    }

    private Answer get(String path) {
        return send("GET", path, METADATA);
    }

    private Answer send(String method, String path, Map<String, String> headers) {
        return metadata.answer(Simulated.request(method, "169.254.169.254", path, headers));
    }

    private String idOf(String identity, String member) {
        return simulated.azure.get(identity).at("/properties/" + member).asText();
    }

    private static void refuses(String error, String description, Answer answer) {
        assertEquals(400, answer.status());
        assertEquals(error, body(answer).path("error").asText());
        assertEquals(description, body(answer).path("error_description").asText());
    }

    @Test
    void aRequestThatCameThroughAProxyOrABrowserIsRefused() {
        String missing = "Required metadata header not specified or not correct";
        String instance = "/metadata/instance?api-version=2021-02-01";
        for (String path : List.of(TOKEN + ARM, instance)) {
            refuses("invalid_request", missing, send("GET", path, Map.of()));
            refuses("invalid_request", missing, send("GET", path, Map.of("Metadata", "false")));
            refuses("invalid_request", missing, send("GET", path, Map.of("Metadata", "true", "X-Forwarded-For", "10.0.0.1")));
            assertEquals(405, send("POST", path, METADATA).status());
        }
    }

    @Test
    void theVersionIsRequired() {
        assertEquals(
                "Bad request. api-version was not specified in the request. For more information refer to aka.ms/azureimds",
                body(get("/metadata/instance")).path("error").asText());
        assertEquals(400, get("/metadata/instance?api-version=latest").status());
        assertEquals(400, get("/metadata/identity/oauth2/token?resource=x").status());
    }

    @Test
    void amongSeveralIdentitiesOneHasToBeNamed() {
        refuses(
                "invalid_request",
                "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the token"
                        + " request",
                get(TOKEN + ARM));
        for (String named : List.of(
                "client_id=" + idOf(AGENT, "clientId"),
                "object_id=" + idOf(AGENT, "principalId"),
                "msi_res_id=" + AGENT,
                "mi_res_id=" + AGENT.toUpperCase())) {
            assertEquals(idOf(AGENT, "clientId"), body(get(TOKEN + ARM + "&" + named)).path("client_id").asText(), named);
        }
    }

    @Test
    void anIdentityThatIsNotAttachedGetsNoToken() {
        refuses("invalid_request", "Identity not found", get(TOKEN + ARM + "&client_id=" + idOf(STRANGER, "clientId")));
        refuses("invalid_request", "Identity not found", get(TOKEN + ARM + "&client_id=nobody"));
        refuses(
                "invalid_request", "Identity not found",
                get(TOKEN + ARM + "&client_id=" + idOf(AGENT, "clientId") + "&object_id=" + idOf(IDENTITY, "principalId")));
    }

    @Test
    void aTokenNeedsAResource() {
        refuses(
                "invalid_request", "Required query variable 'resource' is missing",
                get(TOKEN + "&client_id=" + idOf(AGENT, "clientId")));
    }

    @Test
    void aTokenIsTheIdentitysAndForTheResource() throws Exception {
        JsonNode answer = body(get(TOKEN + ARM + "&client_id=" + idOf(AGENT, "clientId")));
        String token = answer.path("access_token").asText();
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        assertEquals(new Caller(idOf(AGENT, "principalId"), Estate.TENANT), simulated.tokens.verify(token, ArmEndpoint.AUDIENCES));
        assertEquals(List.of("https://management.azure.com/"), claims.getAudience());
        assertEquals(
                List.of(idOf(AGENT, "principalId"), Estate.TENANT, idOf(AGENT, "clientId"), AGENT, "app"),
                List.of(claims.getSubject(), claims.getClaim("tid"), claims.getClaim("appid"), claims.getClaim("xms_mirid"),
                        claims.getClaim("idtyp")));
        assertEquals("86400", answer.path("expires_in").textValue());
        assertEquals("Bearer", answer.path("token_type").textValue());
        assertEquals("https://management.azure.com/", answer.path("resource").textValue());
        assertTrue(answer.path("expires_on").isTextual());
    }

    @Test
    void withoutAnIdentityThereIsNoToken() {
        simulated.azure.put(MACHINE, with(Estate.body(MACHINE), "/identity", json("{type: 'None'}")));
        refuses("invalid_request", "Identity not found", get(TOKEN + ARM));
    }

    @Test
    void theMachineIsToldWhatItIs() {
        JsonNode compute = body(get("/metadata/instance?api-version=2021-12-13")).path("compute");
        assertEquals("ada", compute.path("name").asText());
        assertEquals("team", compute.path("resourceGroupName").asText());
        assertEquals(MACHINE, compute.path("resourceId").asText());
        assertEquals("Standard_D4s_v5", compute.path("vmSize").asText());
        assertEquals("cpu", compute.path("vmScaleSetName").asText());
        assertEquals("owner:ada@example.com;workstation:ada", compute.path("tags").asText());
        assertEquals("workstation", compute.at("/tagsList/1/name").asText());
        assertEquals("", compute.path("customData").asText("absent"));
        String address = "/metadata/instance/network/interface/0/ipv4/ipAddress/0/privateIpAddress?api-version=2021-02-01&format=text";
        assertEquals("10.42.0.4", new String(get(address).body(), StandardCharsets.UTF_8));
        assertEquals(404, get("/metadata/instance/compute/nothing?api-version=2021-12-13").status());
    }

    @Test
    void userDataIsWhatWasRegisteredLast() {
        String userData = "/metadata/instance/compute/userData?api-version=2021-01-01&format=text";
        assertEquals("e30=", new String(get(userData).body(), StandardCharsets.UTF_8));
        simulated.azure.put(MACHINE, with(Estate.body(MACHINE), "/properties/userData", "e30K"));
        assertEquals("e30K", new String(get(userData).body(), StandardCharsets.UTF_8));
    }

    @Test
    void aMachineThatIsGoneHasNoMetadata() {
        simulated.azure.delete(MACHINE);
        assertEquals(410, get("/metadata/instance?api-version=2021-12-13").status());
        assertEquals(410, get(TOKEN + ARM).status());
    }

    @Test
    void otherPathsAreNotThere() {
        assertEquals(404, get(GROUP + "?api-version=2021-12-13").status());
        assertEquals(404, get("/metadata/attested/document?api-version=2021-12-13").status());
    }

    @Test
    void theHostsServiceAnswersWhoeverReachesIt() {
        Answer answer = new WireServerEndpoint().answer(
                Simulated.request("GET", "168.63.129.16", "/?comp=versions", Map.of()));
        assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("<Version>2015-04-05</Version>"));
        assertEquals(404, new WireServerEndpoint().answer(Simulated.request("GET", "168.63.129.16", "/", Map.of())).status());
        assertFalse(answer.headers().isEmpty());
    }
}
