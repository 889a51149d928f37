package atelier.agent.watch.signal;

import static atelier.agent.watch.signal.FakeProc.AZUREUSER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessSignalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    @TempDir
    private Path directory;

    private FakeProc proc;

    @BeforeEach
    void makeProc() throws IOException {
        proc = new FakeProc(directory);
    }

    /** Ticks of 10 ms within a minute: 5 % of a core are 300 of them, and 2 % are 120. */
    @ParameterizedTest(name = "{0} of uid {1} uses {2} ticks: processes {3}, r-sessions {4}")
    @CsvSource({
        "python3,  2000,    300,  ACTIVE, QUIET",
        "python3,  2000,    299,  QUIET,  QUIET",
        "python3,  1000999, 6000, ACTIVE, QUIET",
        "python3,  1065535, 6000, ACTIVE, QUIET",
        "python3,  1065536, 6000, QUIET,  QUIET",
        "python3,  0,       6000, QUIET,  QUIET",
        "rsession, 2000,    120,  QUIET,  ACTIVE",
        "rsession, 2000,    119,  QUIET,  QUIET",
        "rsession, 2000,    300,  ACTIVE, ACTIVE",
        "rsession, 1001,    300,  QUIET,  QUIET",
    })
    void aProcessOfTheAccountThatComputesIsUse(String command, long uid, long ticks, String processes, String sessions)
            throws IOException {
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        Signal rSessions = ProcessSignal.rSessions(proc.table(), AZUREUSER);
        proc.process(4242, uid, command, 70_000, command);
        first(training);
        first(rSessions);
        proc.process(4242, uid, command, 70_000 + ticks, command);
        assertEquals(processes, training.read(LATER).state().name());
        assertEquals(sessions, rSessions.read(LATER).state().name());
    }

    @Test
    void itNamesTheBusiest() throws IOException {
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        proc.process(10, 2000, "node (ext) host", 0, "node").process(11, 2000, "python3", 0, "python3");
        first(training);
        proc.process(10, 2000, "node (ext) host", 100, "node").process(11, 2000, "python3", 5550, "python3");
        assertEquals(
                Reading.active(
                        "processes", Use.Kind.WORK, LATER,
                        "the busiest, python3 (11), used 92.5 % of a core in the last 60 s"),
                training.read(LATER));
    }

    @Test
    void aProcessThatBeganInBetweenHasUsedItAll() throws IOException {
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        first(training);
        proc.process(99, 2000, "python3", 300, "python3");
        assertEquals(Reading.State.ACTIVE, training.read(LATER).state());
    }

    @Test
    void aNumberThatIsUsedAgainIsAnotherProcess() throws IOException {
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        proc.process(99, 2000, "python3", 90_000, "python3");
        first(training);
        proc.process(99, 2000, "bash", 2, "bash");
        Path stat = directory.resolve("99/stat");
        Files.writeString(stat, Files.readString(stat).replace(" 0 99 1000", " 0 77777 1000"));
        assertEquals("the busiest, bash (99), used 0.0 % of a core in the last 60 s", training.read(LATER).detail());
    }

    @Test
    void anAccountThatRunsNothingIsQuiet() throws IOException {
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        Signal rSessions = ProcessSignal.rSessions(proc.table(), AZUREUSER);
        first(training);
        first(rSessions);
        assertEquals(Reading.quiet("processes", "the account runs nothing"), training.read(LATER));
        assertEquals(Reading.quiet("r-sessions", "no R session is open"), rSessions.read(LATER));
    }

    @Test
    void hiddenProcessesAreAnErrorAndNotNone() throws IOException {
        Files.delete(directory.resolve("1/stat"));
        Signal training = ProcessSignal.training(proc.table(), AZUREUSER);
        assertEquals(
                "the processes of others are hidden in " + directory,
                assertThrows(IOException.class, () -> training.read(NOW)).getMessage());
    }

    /** The kernel's own /proc: this test's process is there, and has used what the JDK says it has. */
    @Test
    void theRealProcIsRead() throws IOException {
        ProcessHandle self = ProcessHandle.current();
        ProcessInfo seen = new ProcessTable(Path.of("/proc")).list().stream()
                .filter(process -> process.pid() == self.pid())
                .findFirst()
                .orElseThrow();
        assertEquals("java", seen.command());
        assertEquals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"), (int) seen.uid());
        long known = self.info().totalCpuDuration().orElseThrow().toMillis();
        assertEquals(known, seen.cpu().toMillis(), 2_000);
    }

    private static void first(Signal signal) {
        assertEquals(
                "it is measured from the next minute on",
                assertThrows(IOException.class, () -> signal.read(NOW)).getMessage());
    }
}
