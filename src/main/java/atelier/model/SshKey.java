package atelier.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** An OpenSSH public key as one line: type, base64 and an optional comment. */
public record SshKey(String line) {
    private static final int MINIMUM_RSA_BITS = 3072;
    private static final Set<String> OTHER_TYPES =
            Set.of("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com");
    private static final String ALLOWED =
            "one OpenSSH public key line: ssh-ed25519, ecdsa-sha2-nistp256/384/521, sk-ssh-ed25519@openssh.com, or ssh-rsa with at least 3072 bits";

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
        if (parts.length < 2 || line.chars().anyMatch(c -> c < ' ')) {
            return false;
        }
        try {
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
            boolean typeAgrees = new String(field(blob), StandardCharsets.US_ASCII).equals(parts[0]);
            return typeAgrees && (strongRsa(parts[0], blob) || ed25519(parts[0], blob) || OTHER_TYPES.contains(parts[0]) && field(blob).length > 0);
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException malformed) {
            return false;
        }
    }

    private static boolean ed25519(String type, ByteBuffer blob) {
        return type.equals("ssh-ed25519") && field(blob).length == 32;
    }

    private static boolean strongRsa(String type, ByteBuffer blob) {
        if (!type.equals("ssh-rsa")) {
            return false;
        }
        field(blob); // public exponent
        return new java.math.BigInteger(field(blob)).bitLength() >= MINIMUM_RSA_BITS;
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
