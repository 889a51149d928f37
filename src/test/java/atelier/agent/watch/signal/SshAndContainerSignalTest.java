package atelier.agent.watch.signal;

import static atelier.agent.watch.signal.FakeProc.AZUREUSER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshAndContainerSignalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path directory;

    private FakeProc proc;

    @BeforeEach
    void makeProc() throws IOException {
        proc = new FakeProc(Files.createDirectories(directory.resolve("proc")));
        Files.createDirectories(directory.resolve("dev/pts"));
        proc.process(700, 0, "sshd", 1, "sshd: /usr/sbin/sshd -D [listener] 0 of 10-100 startups");
    }

    @Test
    void aListenerAndASignInThatIsNotDoneAreNoSession() throws IOException {
        proc.process(701, 0, "sshd", 1, "sshd: azureuser [priv]").process(702, 0, "sshd", 1, "sshd: [accepted]");
        proc.process(703, 2000, "python3", 1, "sshd: azureuser@notty");
        assertEquals(Reading.quiet("ssh", "no session is open"), ssh().read(NOW));
    }

    @Test
    void aTerminalCountsFromTheLastTimeSomebodyTyped() throws IOException {
        proc.process(701, 2000, "sshd", 1, "sshd: azureuser@pts/0");
        proc.process(702, 2000, "sshd-session", 1, "sshd-session: azureuser@pts/3,pts/4");
        typed("pts/0", NOW.minusSeconds(7200));
        typed("pts/3", NOW.minusSeconds(1800));
        typed("pts/4", NOW.minusSeconds(3600));
        Reading reading = ssh().read(NOW);
        assertEquals(Reading.State.QUIET, reading.state());
        assertEquals("somebody typed 30 minutes ago", reading.detail());
        assertEquals(Set.of(work(7200), work(1800), work(3600)), Set.copyOf(reading.uses()));
    }

    @Test
    void aSessionWithoutATerminalIsPresence() throws IOException {
        proc.process(701, 2000, "sshd", 1, "sshd: azureuser@notty");
        assertEquals(
                Reading.active("ssh", Use.Kind.PRESENCE, NOW, "a session without a terminal is open"), ssh().read(NOW));
    }

    @Test
    void bothKindsAreToldApart() throws IOException {
        proc.process(701, 2000, "sshd", 1, "sshd: azureuser@notty").process(702, 2000, "sshd", 1, "sshd: azureuser@pts/0");
        typed("pts/0", NOW.minusSeconds(600));
        Reading reading = ssh().read(NOW);
        assertEquals("a session without a terminal is open, somebody typed 10 minutes ago", reading.detail());
        assertEquals(
                Set.of(new Use(Use.Kind.PRESENCE, NOW), work(600)),
                Set.copyOf(reading.uses()));
    }

    @Test
    void aTerminalThatHasJustGoneIsNoUse() throws IOException {
        proc.process(701, 2000, "sshd", 1, "sshd: azureuser@pts/9");
        assertEquals(Reading.State.QUIET, ssh().read(NOW).state());
    }

    @Test
    void aRunningContainerOfTheAccountIsPresence() throws IOException {
        proc.process(801, 0, "containerd-shim", 1, "/usr/bin/containerd-shim-runc-v2 -namespace k8s.io");
        Signal containers = new ContainerSignal(proc.table(), AZUREUSER);
        assertEquals(Reading.quiet("containers", "no container runs"), containers.read(NOW));
        proc.process(802, 2000, "containerd-shim", 1, "/usr/bin/containerd-shim-runc-v2 -namespace moby -id 0f");
        assertEquals(Reading.active("containers", Use.Kind.PRESENCE, NOW, "1 container runs"), containers.read(NOW));
        proc.process(803, 2000, "containerd-shim", 1, "/usr/bin/containerd-shim-runc-v2 -namespace moby -id 1a");
        assertEquals("2 containers run", containers.read(NOW).detail());
    }

    private static Use work(long secondsAgo) {
        return new Use(Use.Kind.WORK, NOW.minusSeconds(secondsAgo));
    }

    private Signal ssh() {
        return new SshSignal(proc.table(), directory.resolve("dev"));
    }

    private void typed(String terminal, Instant at) throws IOException {
        Path file = Files.createFile(directory.resolve("dev").resolve(terminal));
        Files.getFileAttributeView(file, BasicFileAttributeView.class)
                .setTimes(FileTime.from(NOW), FileTime.from(at), FileTime.from(NOW));
    }
}
