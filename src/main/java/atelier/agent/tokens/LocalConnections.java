package atelier.agent.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Whose process holds the client's end of a connection on loopback, from the kernel's tables of TCP sockets.
 *
 * <p>Columns: https://docs.kernel.org/networking/proc_net_tcp.html
 */
final class LocalConnections implements Broker.Clients {
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int USER = 7;

    private final List<Path> tables;
    private final int serverPort;

    /** @param tables {@code /proc/net/tcp} and, for programs that speak IPv4 through IPv6 sockets, {@code tcp6} */
    LocalConnections(List<Path> tables, int serverPort) {
        this.tables = tables;
        this.serverPort = serverPort;
    }

    static LocalConnections ofThisMachine(int serverPort) {
        return new LocalConnections(List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6")), serverPort);
    }

    @Override
    public OptionalInt user(int clientPort) {
        return tables.stream()
                .flatMap(LocalConnections::rows)
                .map(row -> row.strip().split("\\s+"))
                .filter(columns -> columns.length > USER
                        && columns[LOCAL].endsWith(hex(clientPort))
                        && columns[REMOTE].endsWith(hex(serverPort)))
                .mapToInt(columns -> Integer.parseInt(columns[USER]))
                .findFirst();
    }

    // Without the table the audit line has no user; that is no reason to keep a token from its holder.
    private static Stream<String> rows(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static String hex(int port) {
        return String.format(Locale.ROOT, ":%04X", port);
    }
}
