package atelier.testing.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {

    /** Built at run time, so that no scanner of this repository takes them for real. */
    static List<String> secrets() {
        String key = Base64.getEncoder().encodeToString(random(64));
        return List.of(
                key,
                Base64.getEncoder().encodeToString(random(32)),
                "AccountKey=" + key,
                "DefaultEndpointsProtocol=https;AccountName=st;AccountKey=" + key + ";EndpointSuffix=core.windows.net",
                "InstrumentationKey=8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613;IngestionEndpoint=https://example.com",
                "-----BEGIN " + "OPENSSH PRIVATE KEY-----\nb3Bl\n-----END",
                "https://st.blob.core.windows.net/c?sv=2022&sig=" + key.substring(0, 40),
                "eyJhbGciOiJub25l" + ".eyJzdWIiOiJhZGEi" + ".c2ln",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "ghp_" + "a1B2".repeat(9),
                "https://ada:hunter2@example.com/repo.git",
                "PASSWORD=correcthorse",
                "client_secret: \"correcthorsebattery\"",
                "abc8Q~" + "xY1_zZ2.aB3-cC4dD5eE6fF7gG8hH9iI0jJ",
                "mount -o username=st,password=" + key);
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void findsASecretInPlainSight(String secret) {
        assertFalse(SecretScan.findings("p", Map.of("value", secret)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void findsASecretInBootData(String secret) {
        String script = "#cloud-config\nwrite_files:\n  - content: " + secret + "\n";
        assertFalse(SecretScan.findings("p", Map.of("userData", base64(script.getBytes(StandardCharsets.UTF_8)))).isEmpty());
        assertFalse(SecretScan.findings("p", Map.of("userData", base64(zipped(script)))).isEmpty(), "zipped");
        String twice = base64(base64(script.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        assertFalse(SecretScan.findings("p", Map.of("userData", twice)).isEmpty(), "base64 in base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613",
        "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/atelier-vision-data/providers/Microsoft.KeyVault/vaults/kv",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJg8YREbVHDxmhdbje196qKOFzkyPQvHJBGi2XEnTkyOaB9 ada@example.com",
        "{\"publicKey\":\"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFkkgx1pBjLPnVhjWgvB3TvHLTBWRA74HjKg5TZEt3pc\"}",
        "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "https://kv-vision.vault.azure.net/secrets/workstations",
        "StandardNVADSA10v5Family",
        "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action",
        "az vm start --resource-group atelier-vision-compute --name vision-ada",
        "privatelink.westeurope.notebooks.azure.net",
        "passwords are off"
    })
    void leavesOrdinaryValuesAlone(String value) {
        assertEquals(List.of(), SecretScan.findings("p", Map.of("value", value)));
        assertEquals(List.of(), SecretScan.findings("p", Map.of("userData", base64(value.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void namesThePlaceAndTheKindButNeverTheValue() {
        assertEquals(
                List.of("vm.osProfile.adminPassword: a property that holds a secret"),
                SecretScan.findings("vm", Map.of("osProfile", Map.of("adminPassword", "x"))));
        assertEquals(List.of("vm[1]: CLOUD_KEY"), SecretScan.findings("vm", List.of("a", "AKIA" + "ABCDEFGHIJKLMNOP")));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
