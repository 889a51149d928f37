package atelier.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sign-in as a browser and oauth2-proxy make it, with the real identity provider behind Entra's own address. */
@ExtendWith(DevStack.class)
class SignInIT {
    private static final String ENTRA = "login.microsoftonline.com";
    private static final String TENANT = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
    private static final String CLIENT = "4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae";
    private static final String ISSUER = "https://" + ENTRA + "/" + TENANT + "/v2.0";
    private static final String CALLBACK = "https://vision-ada.example/oauth2/callback";
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern FORM = Pattern.compile(
            "name=\"username\" value=\"([^\"]*)\"><input type=\"hidden\" name=\"claims\" value=\"([^\"]*)\"><button id=\"([^\"]*)\"");

    @TempDir
    private Path directory;
    private Engine dev;
    private StartedIdentityProvider provider;
    private ArmProcess process;
    private Visitor visitor;

    @BeforeEach
    void start(Engine dev) throws Exception {
        this.dev = dev;
        provider = StartedIdentityProvider.start(directory.resolve("identity-provider.log").toFile());
        TestCertificate certificate = TestCertificate.in(directory);
        process = ArmProcess.serve(
                dev.sandbox(), dev.world(), "--https", "127.0.0.1:0", "--keystore", certificate.keyStore().toString(),
                "--identity-provider", provider.address());
        visitor = new Visitor(certificate.client(), process.port(0));
    }

    @AfterEach
    void end() {
        process.close();
        provider.close();
    }

    private String assertionOf(String identity) throws IOException {
        return ArmProcess.token(dev.sandbox(), dev.world(), identity, "--audience", "api://AzureADTokenExchange");
    }

    private static String authorize() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", CLIENT);
        query.put("response_type", "code");
        query.put("redirect_uri", CALLBACK);
        query.put("scope", "openid profile");
        query.put("state", "state-1");
        query.put("nonce", "nonce-1");
        query.put("code_challenge_method", "S256");
        query.put("code_challenge", CHALLENGE);
        return "/" + TENANT + "/v2.0/authorize?" + query.entrySet().stream()
                .map(field -> field.getKey() + "=" + Visitor.encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Presses a button of the sign-in page; the code that the browser brings back to the workstation. */
    private String code(String button) throws IOException {
        Matcher form = FORM.matcher(visitor.get(ENTRA, authorize()).body());
        while (form.find()) {
            if (form.group(3).equals(button)) {
                Map<String, String> fields = Map.of("username", form.group(1), "claims", form.group(2).replace("&quot;", "\""));
                String back = visitor.post(ENTRA, authorize(), fields).header("Location").orElseThrow();
                Matcher code = Pattern.compile(Pattern.quote(CALLBACK) + "\\?code=([^&]+)&state=state-1").matcher(back);
                assertTrue(code.matches(), back);
                return code.group(1);
            }
        }
        throw new AssertionError("no button " + button);
    }

    private Visitor.Reply redeem(String code, String assertion) throws IOException {
        return visitor.post(ENTRA, "/" + TENANT + "/v2.0/token", Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "client_id", CLIENT,
                "redirect_uri", CALLBACK,
                "code_verifier", VERIFIER,
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion));
    }

    private SignedJWT identityToken(String button) throws Exception {
        Visitor.Reply reply = redeem(code(button), assertionOf("atelier-vision-signin"));
        assertEquals(200, reply.status(), reply.body());
        return SignedJWT.parse(reply.json().path("id_token").asText());
    }

    @Test
    void adaGetsATokenOfHerTenantThatVerifiesWithThePublishedKeys() throws Exception {
        SignedJWT token = identityToken("ada");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertEquals(
                List.of(ISSUER, CLIENT, "nonce-1", "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83", TENANT, "ada@example.com"),
                List.of(claims.getIssuer(), claims.getAudience().get(0), claims.getClaim("nonce"), claims.getClaim("oid"),
                        claims.getClaim("tid"), claims.getClaim("preferred_username")));
        JWKSet keys = JWKSet.parse(visitor.get(ENTRA, "/" + TENANT + "/discovery/v2.0/keys").body());
        assertTrue(token.verify(new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
        assertTrue(claims.getExpirationTime().toInstant().isAfter(Instant.now()));
    }

    @Test
    void discoveryHasEntrasIssuer() throws Exception {
        assertEquals(ISSUER, visitor.get(ENTRA, "/" + TENANT + "/v2.0/.well-known/openid-configuration")
                .json().path("issuer").asText());
        assertEquals(400, visitor.get(ENTRA, "/common/v2.0/.well-known/openid-configuration").status());
    }

    @Test
    void onlyTheTrustedIdentityRedeemsACode() throws Exception {
        for (String other : List.of("atelier-vision-notebook", "vision-ada-agent")) {
            Visitor.Reply refused = redeem(code("ada"), assertionOf(other));
            assertEquals(401, refused.status());
            assertTrue(refused.json().path("error_description").asText().startsWith("AADSTS700213"), refused.body());
        }
        assertEquals(401, redeem(code("ada"), "nonsense").status());
    }

    @Test
    void everyBrokenTokenReachesTheWorkstationBroken() throws Exception {
        assertEquals(Instant.EPOCH, identityToken("expired").getJWTClaimsSet().getExpirationTime().toInstant());
        assertEquals(
                List.of("00000000-0000-0000-0000-000000000001"), identityToken("wrong-audience").getJWTClaimsSet().getAudience());
        assertEquals("of-another-sign-in", identityToken("wrong-nonce").getJWTClaimsSet().getClaim("nonce"));
        assertEquals(
                "https://login.microsoftonline.com/2c9f0d17-5b3e-4a68-9c41-7e8d6f5a4b32/v2.0",
                identityToken("mallory").getJWTClaimsSet().getIssuer());
    }

    @Test
    void signingOutLeadsBack() throws Exception {
        Visitor.Reply reply = visitor.get(
                ENTRA, "/" + TENANT + "/oauth2/v2.0/logout?post_logout_redirect_uri=" + Visitor.encoded("https://vision-ada.example/"));
        assertEquals(302, reply.status());
        assertEquals("https://vision-ada.example/", reply.header("Location").orElseThrow());
    }
}
