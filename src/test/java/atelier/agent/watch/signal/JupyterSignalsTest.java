package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Jupyter's and code-server's REST interfaces answer, in their own words, and what follows from it. */
class JupyterSignalsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String KERNEL = """
            {"id": "8c1f", "name": "python3", "last_activity": "%s", "execution_state": "%s", "connections": %d}""";

    @Test
    void aKernelThatRunsACellIsWork() throws IOException {
        String answer =
                list(kernel("2026-11-24T09:00:00.000000Z", "busy", 0), kernel("2026-11-24T08:00:00Z", "idle", 1));
        assertEquals(
                Reading.active("kernels", Use.Kind.WORK, NOW, "1 of 2 kernels run a cell"),
                kernels(answer).read(NOW));
    }

    @Test
    void kernelsThatRunNothingCountFromTheirLastActivityHoweverManyBrowsersAreOpen() throws IOException {
        String answer =
                list(kernel("2026-11-24T11:15:30.250000Z", "idle", 3), kernel("2026-11-24T10:00:00Z", "starting", 0));
        Use use = new Use(Use.Kind.WORK, Instant.parse("2026-11-24T11:15:30.250Z"));
        assertEquals(
                new Reading("kernels", Reading.State.QUIET, List.of(use), "2 open, the last kernel was used 44 minutes ago"),
                kernels(answer).read(NOW));
    }

    @Test
    void aKernelUsedAMinuteAgoIsActive() throws IOException {
        assertEquals(Reading.State.ACTIVE, kernels(list(kernel("2026-11-24T11:58:01Z", "idle", 0))).read(NOW).state());
        assertEquals(Reading.State.QUIET, kernels(list(kernel("2026-11-24T11:58:00Z", "idle", 0))).read(NOW).state());
    }

    @Test
    void noKernelAndNoTerminalAreQuiet() throws IOException {
        assertEquals(Reading.quiet("kernels", "no kernel is open"), kernels("[]").read(NOW));
        assertEquals(Reading.quiet("terminals", "no terminal is open"), terminals("[]").read(NOW));
    }

    @Test
    void aTerminalCountsFromItsLastActivity() throws IOException {
        Use use = new Use(Use.Kind.WORK, Instant.parse("2026-11-24T11:59:30Z"));
        assertEquals(
                new Reading("terminals", Reading.State.ACTIVE, List.of(use), "1 open, the last terminal was used 0 minutes ago"),
                terminals("[{\"name\": \"1\", \"last_activity\": \"2026-11-24T11:59:30Z\"}]").read(NOW));
    }

    @Test
    void anAnswerOfAnotherFormIsAnError() {
        assertEquals("Jupyter did not answer with a list", failure(kernels("{\"message\": \"Forbidden\"}")));
        assertEquals("Jupyter did not say a time in last_activity", failure(kernels("[{\"execution_state\": \"idle\"}]")));
        assertEquals("Jupyter did not say a time in last_activity", failure(terminals("[{\"last_activity\": \"today\"}]")));
        assertEquals("VS Code did not say when its heart beat last", failure(editor("{\"status\": \"alive\"}")));
    }

    @Test
    void aBrowserConnectedToVsCodeIsPresenceAndNoWork() throws IOException {
        long beat = NOW.minusSeconds(70).toEpochMilli();
        assertEquals(
                new Reading(
                        "vs-code", Reading.State.ACTIVE, List.of(new Use(Use.Kind.PRESENCE, NOW.minusSeconds(70))),
                        "a browser was connected 1 minute ago"),
                editor("{\"status\": \"expired\", \"lastHeartbeat\": " + beat + "}").read(NOW));
        assertEquals(
                Reading.quiet("vs-code", "nobody has opened it"),
                editor("{\"status\": \"expired\", \"lastHeartbeat\": 0}").read(NOW));
    }

    private static String kernel(String activity, String state, int connections) {
        return String.format(KERNEL, activity, state, connections);
    }

    private static String list(String... kernels) {
        return "[" + String.join(",", kernels) + "]";
    }

    private static Signal kernels(String answer) {
        return new KernelSignal(answering("Jupyter", "/api/kernels", answer));
    }

    private static Signal terminals(String answer) {
        return new TerminalSignal(answering("Jupyter", "/api/terminals", answer));
    }

    private static Signal editor(String answer) {
        return new EditorSignal(answering("VS Code", "/healthz", answer));
    }

    private static SocketApi answering(String application, String path, String answer) {
        return new SocketApi(application, Path.of("/run/app.sock"), arguments -> {
            assertEquals("http://localhost" + path, arguments.get(arguments.size() - 1));
            return answer;
        });
    }

    private static String failure(Signal signal) {
        return assertThrows(IOException.class, () -> signal.read(NOW)).getMessage();
    }
}
