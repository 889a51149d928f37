package atelier.sandbox.signin;

import static atelier.sandbox.cloud.Estate.IDENTITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import atelier.sandbox.cloud.Estate;
import atelier.sandbox.http.Answer;
import atelier.sandbox.http.Request;
import atelier.sandbox.http.WebServer;
import atelier.sandbox.token.Grant;
import atelier.sandbox.token.Tokens;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sign-in decides before the identity provider is asked. */
class SignInEndpointTest {
    private static final String CLIENT = "4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae";
    private static final String SIGNIN = IDENTITY.replace("/notebook", "/atelier-vision-signin");
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    @TempDir
    Path directory;

    private final List<String> forwarded = new ArrayList<>();
    private Azure azure;
    private Tokens tokens;
    private ClientAssertions assertions;
    private SignInEndpoint signIn;

    @BeforeEach
    void deploy() {
        azure = Azure.empty(directory).withEstate();
        azure.put(SIGNIN, Estate.body(IDENTITY));
        tokens = new Tokens(directory, Estate.TENANT, Azure.CLOCK);
        assertions = new ClientAssertions(azure.cloud(), tokens);
        signIn = new SignInEndpoint(azure.cloud(), tokens, (request, path, body) -> {
            forwarded.add(request.method() + " " + path + " " + new String(body, StandardCharsets.UTF_8));
            return Answer.text(200, "from the identity provider");
        });
    }

    private String assertion(String identity, String audience, Duration lifetime) {
        String principal = azure.get(identity).at("/properties/principalId").asText();
        return tokens.issue(new Grant(audience, principal, "client", Estate.TENANT, Map.of()), lifetime);
    }

    private static Map<String, String> form(String client, String assertion) {
        return Map.of("client_id", client, "client_assertion_type", TYPE, "client_assertion", assertion);
    }

    private String refusal(Map<String, String> form) {
        return assertions.refusal(form).map(text -> text.substring(0, text.indexOf(':'))).orElse("accepted");
    }

    @Test
    void theIdentityThatTheAppTrustsIsAccepted() throws Exception {
        String assertion = assertion(SIGNIN, Tokens.TOKEN_EXCHANGE, Duration.ofHours(1));
        assertEquals(Optional.empty(), assertions.refusal(form(CLIENT, assertion)));
        assertEquals(CLIENT, SignedJWT.parse(assertions.readable(CLIENT)).getJWTClaimsSet().getSubject());
    }

    @Test
    void everyOtherAssertionIsRefused() {
        Duration hour = Duration.ofHours(1);
        String right = assertion(SIGNIN, Tokens.TOKEN_EXCHANGE, hour);
        assertEquals("AADSTS700213", refusal(form(CLIENT, assertion(IDENTITY, Tokens.TOKEN_EXCHANGE, hour))));
        assertEquals("AADSTS700027", refusal(form(CLIENT, assertion(SIGNIN, "https://management.azure.com/", hour))));
        assertEquals("AADSTS700027", refusal(form(CLIENT, assertion(SIGNIN, Tokens.TOKEN_EXCHANGE, Duration.ofHours(-1)))));
        assertEquals("AADSTS700027", refusal(form(CLIENT, assertions.readable(CLIENT))));
        assertEquals("AADSTS700027", refusal(form(CLIENT, right.substring(0, right.lastIndexOf('.') + 1))));
        assertEquals("AADSTS700016", refusal(form("00000000-0000-0000-0000-000000000001", right)));
        assertEquals("AADSTS7000218", refusal(Map.of("client_id", CLIENT, "client_secret", "guessed")));
        assertEquals("AADSTS7000218", refusal(Map.of("client_id", CLIENT, "client_assertion", right)));
    }

    @Test
    void nobodyIsTrustedOnceTheIdentityIsGone() {
        String assertion = assertion(SIGNIN, Tokens.TOKEN_EXCHANGE, Duration.ofHours(1));
        azure.delete(SIGNIN);
        assertEquals("AADSTS700213", refusal(form(CLIENT, assertion)));
    }

    private Answer send(String method, String path, Map<String, String> query, String body) {
        return signIn.answer(new Request(
                method, SignInEndpoint.HOST, path, query, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private String page() {
        Answer answer = send("GET", "/" + Estate.TENANT + "/v2.0/authorize", Map.of("client_id", CLIENT), "");
        assertEquals(200, answer.status());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void thePageHasAButtonForEverybodyAndOneForEachTokenThatMustBeRefused() {
        List<String> buttons = new ArrayList<>();
        Matcher button = Pattern.compile("<button id=\"([^\"]+)\">").matcher(page());
        while (button.find()) {
            buttons.add(button.group(1));
        }
        assertEquals(
                List.of("you", "ada", "grace", "alan", "otto", "rachel", "olivia", "conrad", "dana", "noah", "gwen", "mallory",
                        "expired", "wrong-audience", "wrong-nonce", "other-issuer", "other-tenant", "personal-account",
                        "without-object-id", "without-tenant"),
                buttons);
        assertEquals(page(), new String(
                send("GET", "/" + Estate.TENANT + "/oauth2/v2.0/authorize", Map.of("client_id", CLIENT), "").body(),
                StandardCharsets.UTF_8));
    }

    @Test
    void eachBrokenTokenIsWrongInOneThing() {
        String ours = "https://login.microsoftonline.com/" + Estate.TENANT + "/v2.0";
        Choice right = Choice.people(azure.cloud()).get(0);
        assertFalse(right.claims().has("iss"));
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (Choice choice : Choice.broken(azure.cloud())) {
            List<String> differs = new ArrayList<>();
            choice.claims().fieldNames().forEachRemaining(name -> {
                if (!choice.claims().get(name).equals(right.claims().get(name))) {
                    differs.add(name);
                }
            });
            right.claims().fieldNames().forEachRemaining(name -> {
                if (!choice.claims().has(name)) {
                    differs.add("no " + name);
                }
            });
            assertTrue(!choice.claims().path("iss").asText().equals(ours));
            wrong.put(choice.id(), differs);
        }
        assertEquals(
                Map.of(
                        "expired", List.of("exp"), "wrong-audience", List.of("aud"), "wrong-nonce", List.of("nonce"),
                        "other-issuer", List.of("iss"), "other-tenant", List.of("tid"),
                        "personal-account", List.of("tid", "iss"), "without-object-id", List.of("no oid"),
                        "without-tenant", List.of("no tid")),
                wrong);
    }

    @Test
    void whoIsNotInTheDirectoryHasAnIssuerOfTheirOwn() {
        Choice mallory = Choice.people(azure.cloud()).stream().filter(choice -> choice.id().equals("mallory")).findFirst().get();
        assertEquals(
                "https://login.microsoftonline.com/2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32/v2.0",
                mallory.claims().path("iss").asText());
        assertEquals("2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32", mallory.claims().path("tid").asText());
    }

    @Test
    void anAppThatIsNotRegisteredHasNoPage() {
        Answer answer = send("GET", "/" + Estate.TENANT + "/v2.0/authorize", Map.of("client_id", "<script>"), "");
        assertEquals(400, answer.status());
        assertEquals(List.of("application/json; charset=utf-8"), answer.headers().get("Content-Type"));
    }

    @Test
    void otherTenantsHaveNoSignInHere() {
        for (String tenant : List.of("common", "organizations", "2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32")) {
            assertEquals(400, send("GET", "/" + tenant + "/v2.0/authorize", Map.of("client_id", CLIENT), "").status(), tenant);
        }
    }

    @Test
    void aRefusedTokenRequestDoesNotReachTheIdentityProvider() {
        Map<String, String> refused = form(CLIENT, assertion(IDENTITY, Tokens.TOKEN_EXCHANGE, Duration.ofHours(1)));
        for (String path : List.of("/v2.0/token", "/oauth2/v2.0/token")) {
            Answer answer = send("POST", "/" + Estate.TENANT + path, Map.of(), encoded(refused));
            assertEquals(401, answer.status());
            assertTrue(new String(answer.body(), StandardCharsets.UTF_8).startsWith("{\"error\":\"invalid_client\""));
        }
        assertEquals(List.of(), forwarded);
    }

    @Test
    void anAcceptedTokenRequestReachesItWithAnAssertionThatItReads() throws Exception {
        Map<String, String> accepted = form(CLIENT, assertion(SIGNIN, Tokens.TOKEN_EXCHANGE, Duration.ofHours(1)));
        assertEquals(200, send("POST", "/" + Estate.TENANT + "/oauth2/v2.0/token", Map.of(), encoded(accepted)).status());
        String[] parts = forwarded.get(0).split(" ");
        assertEquals("POST /" + Estate.TENANT + "/v2.0/token", parts[0] + " " + parts[1]);
        Map<String, String> form = WebServer.query(parts[2]);
        assertEquals(CLIENT, SignedJWT.parse(form.get("client_assertion")).getJWTClaimsSet().getSubject());
        assertEquals(List.of(CLIENT, TYPE), List.of(form.get("client_id"), form.get("client_assertion_type")));
    }

    @Test
    void theRestIsTheIdentityProvidersAtItsOwnPaths() {
        send("GET", "/" + Estate.TENANT + "/v2.0/.well-known/openid-configuration", Map.of(), "");
        send("GET", "/" + Estate.TENANT + "/discovery/v2.0/keys", Map.of(), "");
        send("GET", "/" + Estate.TENANT + "/oauth2/v2.0/logout", Map.of("post_logout_redirect_uri", "https://ws.test/?a=b"), "");
        send("POST", "/" + Estate.TENANT + "/v2.0/authorize", Map.of("state", "s t"), "username=x");
        assertEquals(
                List.of(
                        "GET /" + Estate.TENANT + "/v2.0/.well-known/openid-configuration? ",
                        "GET /" + Estate.TENANT + "/v2.0/jwks? ",
                        "GET /" + Estate.TENANT + "/v2.0/endsession?post_logout_redirect_uri=https%3A%2F%2Fws.test%2F%3Fa%3Db ",
                        "POST /" + Estate.TENANT + "/v2.0/authorize?state=s+t username=x"),
                forwarded);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
