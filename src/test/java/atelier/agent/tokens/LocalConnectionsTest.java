package atelier.agent.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's table of TCP sockets: as text, and on Linux the real one. */
final class LocalConnectionsTest {
    private static final String TABLE = """
              sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
               0: 0100007F:1056 00000000:0000 0A 00000000:00000000 00:00000000 00000000   998        0 1 1 0 100 0 0 10 0
               1: 0100007F:C350 0100007F:1056 01 00000000:00000000 00:00000000 00000000  2000        0 2 1 0 20 4 30 10 -1
               2: 0100007F:1056 0100007F:C350 01 00000000:00000000 00:00000000 00000000   998        0 3 1 0 20 4 30 10 -1
               3: 0100007F:C351 0100007F:1055 01 00000000:00000000 00:00000000 00000000    33        0 4 1 0 20 4 30 10 -1
            """;

    @TempDir
    private Path folder;

    @Test
    void theClientsEndTellsWhoseItIs() throws IOException {
        Path table = Files.writeString(folder.resolve("tcp"), TABLE);
        LocalConnections connections = new LocalConnections(List.of(folder.resolve("absent"), table), 4182);
        assertEquals(OptionalInt.of(2000), connections.user(50000));
        assertEquals(OptionalInt.empty(), connections.user(50001));
        assertEquals(OptionalInt.empty(), connections.user(4182));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRealConnectionIsOnesOwn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            int self = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            assertEquals(
                    OptionalInt.of(self),
                    LocalConnections.ofThisMachine(server.getLocalPort()).user(client.getLocalPort()));
        }
    }
}
