package atelier.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static String mistake(String... arguments) {
        return assertThrows(Usage.Mistake.class, () -> Usage.read(List.of(arguments))).getMessage();
    }

    @Test
    void optionsComeInAnyOrderAndSomeRepeatedly() {
        Usage usage = Usage.read(List.of("serve", "--https", "127.0.0.1:443", "--cloud", "dir", "--https", "[::1]:0"));
        assertEquals("serve", usage.command());
        assertEquals("dir", usage.one(Usage.CLOUD));
        assertEquals(
                List.of(new InetSocketAddress("127.0.0.1", 443), new InetSocketAddress("::1", 0)), usage.addresses(Usage.HTTPS));
        assertEquals(List.of(), usage.addresses(Usage.METADATA));
        assertTrue(usage.optional(Usage.KEYSTORE).isEmpty());
    }

    @Test
    void aMistakeIsToldWithWhatIsAllowed() {
        assertTrue(mistake().startsWith("the command is '': allowed are\n  serve\n    --cloud "));
        assertTrue(mistake("serve", "--clod", "dir").startsWith("'--clod' is no option or has no value: allowed are\n"));
        assertTrue(mistake("serve", "--cloud").startsWith("'--cloud' is no option or has no value"));
        assertTrue(mistake("token", "--https", "127.0.0.1:1").startsWith("'--https' is no option"));
        Usage usage = Usage.read(List.of("serve", "--https", "127.0.0.1", "--metadata", "127.0.0.1:70000"));
        assertEquals(
                "--https is '127.0.0.1': allowed is ADDRESS:PORT for ARM, vaults and sign-in; may be repeated",
                assertThrows(Usage.Mistake.class, () -> usage.addresses(Usage.HTTPS)).getMessage());
        assertThrows(Usage.Mistake.class, () -> usage.addresses(Usage.METADATA));
        assertEquals(
                "--cloud is missing: allowed is the sandbox's directory, which has cloud.json",
                assertThrows(Usage.Mistake.class, () -> usage.one(Usage.CLOUD)).getMessage());
    }
}
