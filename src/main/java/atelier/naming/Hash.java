package atelier.naming;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a text, cut to what a name has room for. */
final class Hash {
    private Hash() {}

    static String hex(String text, int length) {
        return HexFormat.of().formatHex(sha256(text)).substring(0, length);
    }

    /** A name-based GUID in RFC 9562 form (version 8: vendor-specific, here SHA-256). */
    static String guid(String text) {
        byte[] bytes = sha256(text);
        bytes[6] = (byte) (bytes[6] & 0x0f | 0x80);
        bytes[8] = (byte) (bytes[8] & 0x3f | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return hex.substring(0, 32).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
