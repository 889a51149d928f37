package atelier.agent.watch.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file tree in the form of /proc, with init in it. */
final class FakeProc {
    static final Account AZUREUSER = new Account(2000, List.of(new Account.Range(1000000, 65536)));

    private final Path root;

    FakeProc(Path root) throws IOException {
        this.root = root;
        process(1, 0, "systemd", 500, "/sbin/init");
        Files.writeString(root.resolve("uptime"), "7200.00 14000.00\n");
        Files.createDirectories(root.resolve("sys"));
    }

    ProcessTable table() {
        return new ProcessTable(root);
    }

    /** @param ticks of CPU, hundredths of a second; the pid is also when it began */
    FakeProc process(long pid, long uid, String command, long ticks, String title) throws IOException {
        Path directory = Files.createDirectories(root.resolve(Long.toString(pid)));
        Files.writeString(
                directory.resolve("stat"),
                pid + " (" + command + ") S 1 1 1 0 -1 4194560 100 0 0 0 " + ticks + " 0 900 900 20 0 1 0 "
                        + pid + " 1000 100 0\n");
        Files.writeString(directory.resolve("status"), "Name:\t" + command + "\nUid:\t" + uid + "\t0\t0\t0\n");
        Files.writeString(directory.resolve("cmdline"), title.replace(' ', '\0') + "\0");
        return this;
    }
}
