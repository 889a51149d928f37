package atelier.sandbox.http;

import static atelier.sandbox.cloud.Estate.SUBSCRIPTION;
import static atelier.sandbox.cloud.Estate.VAULT;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.http.Simulated.body;
import static atelier.sandbox.http.Simulated.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.cloud.Azure;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate that azure.yaml puts into every vault, read by somebody who may and by those who may not. */
class VaultEndpointTest {
    private static final String ADA = "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83";
    private static final String SECRETS_USER =
            SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6";
    private static final String SECRET = "/secrets/workstations?api-version=7.4";

    @TempDir
    Path directory;

    private Simulated simulated;

    @BeforeEach
    void deploy() {
        simulated = new Simulated(Azure.empty(directory).withEstate());
        simulated.azure.put(
                VAULT + "/secrets/workstations/providers/Microsoft.Authorization/roleAssignments/44444444-4444-4444-8444-444444444444",
                json("{properties: {principalId: '" + ADA + "', roleDefinitionId: '" + SECRETS_USER + "'}}"));
    }

    private Answer get(String name, String host, String path) {
        String bearer = "Bearer " + simulated.token(name, "https://vault.azure.net");
        return vaults().answer(Simulated.request("GET", host, path, Map.of("Authorization", bearer)));
    }

    private VaultEndpoint vaults() {
        CertificateStore store = new CertificateStore(directory.resolve("certificates"), List.of("*.ml.example.com"));
        return new VaultEndpoint(simulated.azure.cloud(), simulated.tokens, store);
    }

    @Test
    void whoMayReadTheSecretGetsKeyAndCertificateWithoutAPassword() throws Exception {
        JsonNode secret = body(get("ada", "kv-team.vault.azure.net", SECRET));
        assertEquals("application/x-pkcs12", secret.path("contentType").asText());
        assertTrue(secret.path("id").asText().matches("https://kv-team\\.vault\\.azure\\.net/secrets/workstations/[0-9a-f]{32}"));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Base64.getDecoder().decode(secret.path("value").asText())), new char[0]);
        X509Certificate certificate = (X509Certificate) store.getCertificate("workstations");
        assertEquals("CN=workstations", certificate.getSubjectX500Principal().getName());
        assertEquals(List.of(List.of(2, "*.ml.example.com")), List.copyOf(certificate.getSubjectAlternativeNames()));
        assertEquals("RSA", store.getKey("workstations", new char[0]).getAlgorithm());
        assertEquals(secret, body(get("ada", "kv-team.vault.azure.net", SECRET)));
        assertFalse(simulated.azure.content().contains(secret.path("value").asText()));
    }

    @Test
    void aVersionMayBeNamed() {
        assertEquals(200, get("ada", "kv-team.vault.azure.net", "/secrets/workstations/0123abcd?api-version=7.4").status());
        assertEquals(200, get("ada", "kv-team.vault.azure.net", "/secrets/workstations/?api-version=7.4").status());
    }

    @Test
    void ownersOfTheSubscriptionHaveNoRightToData() {
        Answer answer = get("you", "kv-team.vault.azure.net", SECRET);
        assertEquals("403 Forbidden", code(answer));
        assertEquals("ForbiddenByRbac", body(answer).at("/error/innererror/code").asText());
        assertTrue(body(answer).at("/error/message").asText().contains("Microsoft.KeyVault/vaults/secrets/getSecret/action"));
    }

    @Test
    void theRightIsForTheOneSecret() {
        assertEquals("403 Forbidden", code(get("ada", "kv-team.vault.azure.net", "/secrets/other?api-version=7.4")));
        assertEquals("404 VaultNotFound", code(get("ada", "kv-none.vault.azure.net", SECRET)));
        assertEquals("404 NotFound", code(get("ada", "kv-team.vault.azure.net", "/keys/workstations?api-version=7.4")));
    }

    @Test
    void withoutATokenForVaultsTheAnswerSaysWhereToGetOne() {
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Authorization", "Bearer " + simulated.token("ada", "https://management.azure.com/")))) {
            Answer answer = vaults().answer(Simulated.request("GET", "kv-team.vault.azure.net", SECRET, headers));
            assertEquals("401 Unauthorized", code(answer));
            assertEquals(
                    List.of("Bearer authorization=\"https://login.microsoftonline.com/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613\", "
                            + "resource=\"https://vault.azure.net\""),
                    answer.headers().get("WWW-Authenticate"));
        }
    }
}
