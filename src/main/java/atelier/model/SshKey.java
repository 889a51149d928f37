package atelier.model;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An OpenSSH public key as one line: type, base64 and an optional comment.
 *
 * <p>Encodings: RFC 4253 section 6.6 (RSA), RFC 5656 (ECDSA), RFC 8709 (Ed25519), OpenSSH's PROTOCOL.u2f (security keys).
 */
public record SshKey(String line) {
    private static final int MINIMUM_RSA_BITS = 3072;
    private static final String ALLOWED = "one OpenSSH public key line: ssh-ed25519, ecdsa-sha2-nistp256/384/521, "
            + "sk-ssh-ed25519@openssh.com, or ssh-rsa with at least 3072 bits";

    public SshKey {
        line = line.strip();
        Invalid.unless(!line.contains("PRIVATE KEY"), "(a private key, not shown)", ALLOWED);
        Invalid.unless(accepted(line), line, ALLOWED);
    }

    @Override
    public String toString() {
        return line;
    }

    private static boolean accepted(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length < 2 || line.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            return text(blob).equals(parts[0]) && acceptedFields(parts[0], blob) && !blob.hasRemaining();
        } catch (IllegalArgumentException | BufferUnderflowException malformed) {
            return false;
        }
    }

    private static boolean acceptedFields(String type, ByteBuffer blob) {
        return switch (type) {
            case "ssh-ed25519" -> field(blob).length == 32;
            case "sk-ssh-ed25519@openssh.com" -> field(blob).length == 32 && !text(blob).isEmpty();
            case "ecdsa-sha2-nistp256" -> point(blob, "nistp256", 65);
            case "ecdsa-sha2-nistp384" -> point(blob, "nistp384", 97);
            case "ecdsa-sha2-nistp521" -> point(blob, "nistp521", 133);
            case "ssh-rsa" -> strongRsa(new BigInteger(field(blob)), new BigInteger(field(blob)));
            default -> false;
        };
    }

    private static boolean point(ByteBuffer blob, String curve, int length) {
        return text(blob).equals(curve) && field(blob).length == length;
    }

    private static boolean strongRsa(BigInteger exponent, BigInteger modulus) {
        return exponent.signum() > 0 && modulus.signum() > 0 && modulus.bitLength() >= MINIMUM_RSA_BITS;
    }

    private static String text(ByteBuffer blob) {
        return new String(field(blob), StandardCharsets.US_ASCII);
    }

    private static byte[] field(ByteBuffer blob) {
        int length = blob.getInt();
        if (length < 0 || length > blob.remaining()) {
            throw new IllegalArgumentException("truncated key");
        }
        byte[] bytes = new byte[length];
        blob.get(bytes);
        return bytes;
    }
}
