package atelier.sandbox.cloud;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Values that Azure draws at random and this cloud derives from the id, so that every run gives the same. */
final class Derived {
    private Derived() {}

    /** A GUID for one purpose of one resource; name-based, RFC 9562 version 8. */
    static String guid(ArmId id, String purpose) {
        byte[] bytes = sha256(id.key() + "|" + purpose);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20, 32));
    }

    /** Hexadecimal digits for one purpose of one resource, at most 64. */
    static String hex(ArmId id, String purpose, int digits) {
        return HexFormat.of().formatHex(sha256(id.key() + "|" + purpose)).substring(0, digits);
    }

    /** The Base64 of 64 bytes for one purpose of one resource, as long as a storage account's key. */
    static String key(ArmId id, String purpose) {
        return Base64.getEncoder().encodeToString(digest("SHA-512", "simulated " + id.key() + "|" + purpose));
    }

    /** What stays of a text that must not be kept: enough to see that it changed. */
    static String digest(String text) {
        return "sha256:" + HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        return digest("SHA-256", text);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
