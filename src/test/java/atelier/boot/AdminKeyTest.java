package atelier.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.model.SshKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The JDK's own Ed25519 is the oracle; that nobody has the private half is an argument, not a test. */
final class AdminKeyTest {
    private static final String LINE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPa76R/gGwaMj5ClxUxdiuJ0QG1ZhX94IP5XUO52Kp nobody";

    @Test
    void isTheSameForEver() {
        assertEquals(LINE, AdminKey.line());
    }

    @Test
    void isAKeyThatUsersCouldHaveGiven() {
        assertEquals(LINE, new SshKey(AdminKey.line()).line());
    }

    @Test
    void theLineCarriesThePoint() {
        byte[] blob = Base64.getDecoder().decode(AdminKey.line().split(" ")[1]);
        assertEquals(4 + 11 + 4 + 32, blob.length);
        assertArrayEquals(AdminKey.point(), Arrays.copyOfRange(blob, 19, 51));
    }

    @Test
    void thePointLiesOnTheCurve() throws GeneralSecurityException {
        assertFalse(verifies(AdminKey.point()));
    }

    @Test
    void theOracleKnowsWhatIsNotOnTheCurve() {
        // y = 2 has no x: the smallest y of that kind.
        byte[] two = new byte[32];
        two[0] = 2;
        assertThrows(GeneralSecurityException.class, () -> verifies(two));
    }

    private static boolean verifies(byte[] point) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key(point));
        signature.update(new byte[] {1});
        return signature.verify(new byte[64]);
    }

    private static PublicKey key(byte[] point) throws GeneralSecurityException {
        byte[] reversed = new byte[32];
        for (int i = 0; i < 32; i++) {
            reversed[i] = point[31 - i];
        }
        boolean xOdd = (reversed[0] & 0x80) != 0;
        reversed[0] &= 0x7f;
        EdECPoint decoded = new EdECPoint(xOdd, new BigInteger(1, reversed));
        return KeyFactory.getInstance("Ed25519").generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, decoded));
    }
}
