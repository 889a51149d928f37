package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the last step of a build leaves of a machine, on a directory that stands for its root. */
class GeneralizeRehearsal {
    private static final List<String> OF_THE_MACHINE = List.of(
            "etc/ssh/ssh_host_ed25519_key", "etc/ssh/ssh_host_rsa_key.pub", "var/lib/systemd/random-seed",
            "var/lib/dbus/machine-id", "var/log/journal/0123/system.journal", "var/log/cloud-init-output.log",
            "var/log/auth.log", "var/lib/cloud/instances/i-1/user-data.txt", "var/lib/cloud/data/instance-id",
            "root/.ssh/authorized_keys", "root/.cache/pip/wheel", "opt/atelier-downloads/miniforge.sh",
            "var/cache/apt/archives/r-base.deb");

    private static final List<String> OF_THE_IMAGE = List.of(
            "etc/ssh/sshd_config", "opt/atelier/envs/base/installed.lock", "root/.bashrc", "usr/share/atelier/versions.json",
            "var/lib/cloud/seed/vendor");

    @Test
    void nothingThatTwoMachinesMayNotShareStaysAndTheImageDoes(@TempDir Path root) throws IOException {
        for (String file : Stream.concat(OF_THE_MACHINE.stream(), OF_THE_IMAGE.stream()).toList()) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "content");
        }
        Files.writeString(root.resolve("etc/machine-id"), "0123456789abcdef0123456789abcdef\n");
        assertEquals("", generalize(root).everything());
        assertEquals(Stream.concat(OF_THE_IMAGE.stream(), Stream.of("etc/machine-id")).sorted().toList(), files(root));
        assertEquals("", Files.readString(root.resolve("etc/machine-id")));
        assertEquals("", generalize(root).everything());
    }

    @Test
    void theNumberThatIsALinkStaysOne(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("etc"));
        Files.createDirectories(root.resolve("var/lib/dbus"));
        Files.createSymbolicLink(root.resolve("var/lib/dbus/machine-id"), Path.of("/etc/machine-id"));
        generalize(root);
        assertEquals(Path.of("/etc/machine-id"), Files.readSymbolicLink(root.resolve("var/lib/dbus/machine-id")));
    }

    private static Run generalize(Path root) {
        return Command.bash("ATELIER_ROOT='" + root + "' images/generalize").run().succeeded();
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).map(file -> root.relativize(file).toString()).sorted().toList();
        }
    }
}
