package atelier.boot;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.IntStream;

/**
 * The SSH public key that every machine is created with and that nobody can sign in with.
 *
 * <p>Azure wants a key at creation and refuses to change it, while users' keys come and go; those travel in {@link UserData}.
 * So this key is a constant, and its private half must not exist anywhere. A key pair whose private half was thrown away
 * would ask for trust. Instead the public key is derived here, from a published phrase: the phrase and a counter are hashed,
 * the hash is read as an encoded point of Curve25519's twisted Edwards form (RFC 8032, 5.1.3), and the first counter whose
 * hash is a point gives the key (try-and-increment). No private scalar enters the computation, and finding the one that
 * belongs to a point obtained this way is the discrete logarithm problem that Ed25519 rests on. Everyone can repeat it.
 */
public final class AdminKey {
    private static final String PHRASE = "Atelier workstation administrator: this key has no private half";
    private static final String TYPE = "ssh-ed25519";

    private static final BigInteger ONE = BigInteger.ONE;
    private static final BigInteger PRIME = ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D =
            BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(PRIME)).mod(PRIME);

    private AdminKey() {}

    /** The key as one line of an authorized_keys file (RFC 4253 6.6, RFC 8709). */
    public static String line() {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        field(blob, TYPE.getBytes(StandardCharsets.US_ASCII));
        field(blob, point());
        return TYPE + " " + Base64.getEncoder().encodeToString(blob.toByteArray()) + " nobody";
    }

    /** The encoded point: 32 bytes, y in little-endian order with the sign of x in the last bit. */
    static byte[] point() {
        return IntStream.iterate(0, counter -> counter + 1)
                .mapToObj(AdminKey::candidate)
                .filter(AdminKey::encodesPoint)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] candidate(int counter) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((PHRASE + "|" + counter).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Whether some x satisfies -x² + y² = 1 + d·x²·y², that is whether (y² - 1) / (d·y² + 1) is a square. */
    private static boolean encodesPoint(byte[] encoded) {
        BigInteger y = littleEndian(encoded).clearBit(255);
        BigInteger ySquared = y.multiply(y);
        BigInteger xSquared =
                ySquared.subtract(ONE).multiply(D.multiply(ySquared).add(ONE).modInverse(PRIME)).mod(PRIME);
        boolean isSquare = xSquared.modPow(PRIME.subtract(ONE).shiftRight(1), PRIME).equals(ONE);
        return y.compareTo(PRIME) < 0 && isSquare;
    }

    private static BigInteger littleEndian(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        IntStream.range(0, bytes.length).forEach(i -> reversed[i] = bytes[bytes.length - 1 - i]);
        return new BigInteger(1, reversed);
    }

    private static void field(ByteArrayOutputStream blob, byte[] value) {
        blob.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).array());
        blob.writeBytes(value);
    }
}
