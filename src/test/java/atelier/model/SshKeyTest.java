package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {

    @Property
    void everyEd25519KeyIsAccepted(
            @ForAll @Size(32) byte[] point, @ForAll @AlphaChars @StringLength(min = 1, max = 20) String comment) {
        String line = "ssh-ed25519 " + encode("ssh-ed25519", point);
        assertEquals(line, new SshKey(line).line());
        assertEquals(line + " " + comment, new SshKey("  " + line + " " + comment + "\n").toString());
    }

    @Property
    void ed25519KeyOfAnotherLengthIsRefused(@ForAll @IntRange(max = 64) int length) {
        String line = "ssh-ed25519 " + encode("ssh-ed25519", new byte[length == 32 ? 33 : length]);
        assertThrows(Invalid.class, () -> new SshKey(line));
    }

    @Property
    void truncatedKeyIsRefused(@ForAll @IntRange(max = 50) int length) {
        byte[] whole = Base64.getDecoder().decode(encode("ssh-ed25519", new byte[32]));
        String line = "ssh-ed25519 " + Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
        assertThrows(Invalid.class, () -> new SshKey(line));
    }

    @Test
    void rsaKeysNeed3072Bits() {
        assertEquals("ssh-rsa", new SshKey("ssh-rsa " + rsa(3072)).line().split(" ")[0]);
        String weak = "ssh-rsa " + rsa(2048) + " ada@example.com";
        Invalid refused = assertThrows(Invalid.class, () -> new SshKey(weak));
        assertEquals(
                "one OpenSSH public key line: ssh-ed25519, ecdsa-sha2-nistp256/384/521, sk-ssh-ed25519@openssh.com, "
                        + "or ssh-rsa with at least 3072 bits",
                refused.allowed());
    }

    @Test
    void rsaModulusOfLeadingZerosOrBelowZeroIsNoDisguise() {
        byte[] zeros = new byte[400];
        zeros[399] = 1;
        byte[] negative = new byte[400];
        negative[0] = (byte) 0x80;
        assertThrows(Invalid.class, () -> new SshKey("ssh-rsa " + encode("ssh-rsa", new byte[] {3}, zeros)));
        assertThrows(Invalid.class, () -> new SshKey("ssh-rsa " + encode("ssh-rsa", new byte[] {3}, negative)));
    }

    @ParameterizedTest
    @CsvSource({"nistp256,65", "nistp384,97", "nistp521,133"})
    void ecdsaKeysAreAcceptedOnTheirCurveOnly(String curve, int length) {
        String type = "ecdsa-sha2-" + curve;
        byte[] name = curve.getBytes(StandardCharsets.US_ASCII);
        String line = type + " " + encode(type, name, new byte[length]);
        assertEquals(line, new SshKey(line).line());
        assertThrows(Invalid.class, () -> new SshKey(type + " " + encode(type, name, new byte[length - 1])));
        byte[] otherName = "nistp192".getBytes(StandardCharsets.US_ASCII);
        assertThrows(Invalid.class, () -> new SshKey(type + " " + encode(type, otherName, new byte[length])));
    }

    @Test
    void securityKeysAreAccepted() {
        String type = "sk-ssh-ed25519@openssh.com";
        String line = type + " " + encode(type, new byte[32], "ssh:".getBytes(StandardCharsets.US_ASCII)) + " ada";
        assertEquals(line, new SshKey(line).line());
    }

    @Test
    void typeThatDoesNotAgreeWithTheBlobIsRefused() {
        assertThrows(Invalid.class, () -> new SshKey("ssh-rsa " + encode("ssh-ed25519", new byte[32])));
    }

    @Test
    void bytesAfterTheKeyAreRefused() {
        assertThrows(Invalid.class, () -> new SshKey("ssh-ed25519 " + encode("ssh-ed25519", new byte[32], new byte[1])));
    }

    @Test
    void secondLineIsRefused() {
        String line = "ssh-ed25519 " + encode("ssh-ed25519", new byte[32]);
        assertThrows(Invalid.class, () -> new SshKey(line + " ada\n" + line));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "ssh-ed25519", "ssh-ed25519 ", "ssh-ed25519 AAAA", "ssh-ed25519 not base64", "command=\"sh\" ssh-ed25519 AAAA"
    })
    void malformedLineIsRefused(String line) {
        assertThrows(Invalid.class, () -> new SshKey(line));
    }

    @Test
    void privateKeyIsNotEvenInTheException() {
        String pasted = "-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n-----END OPENSSH PRIVATE KEY-----";
        Invalid refused = assertThrows(Invalid.class, () -> new SshKey(pasted));
        assertEquals("(a private key, not shown)", refused.value());
        assertFalse(refused.getMessage().contains("c2VjcmV0"));
    }

    private static String rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, new SecureRandom());
            RSAPublicKey key = (RSAPublicKey) generator.generateKeyPair().getPublic();
            return encode("ssh-rsa", key.getPublicExponent().toByteArray(), key.getModulus().toByteArray());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String encode(String type, byte[]... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, type.getBytes(StandardCharsets.US_ASCII));
            for (byte[] field : fields) {
                write(out, field);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }
}
