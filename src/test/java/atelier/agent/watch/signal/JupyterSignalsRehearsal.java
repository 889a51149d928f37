package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.watch.idle.Reading;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Jupyter server of the image's own versions on a unix socket, with a kernel that really runs a cell.
 *
 * <p>Needs Python with venv.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JupyterSignalsRehearsal {
    private static final Path JUPYTER = Path.of("src", "test", "resources", "box", "jupyter");
    private static final Program CURL = new ChildProcess("curl", Duration.ofSeconds(20));

    /** Runs a cell in the kernel that the connection file names, and does not wait for its end. */
    private static final String RUN_A_CELL = """
            import sys
            from jupyter_client import BlockingKernelClient
            client = BlockingKernelClient(connection_file=sys.argv[1])
            client.load_connection_file()
            client.start_channels()
            client.wait_for_ready(timeout=60)
            client.execute("import time; time.sleep(3600)")
            """;

    private Path directory;
    private Path environment;
    private Process server;

    @BeforeAll
    void startJupyter(@TempDir Path temporary) throws IOException, InterruptedException {
        directory = temporary;
        environment = environment();
        server = process(
                "jupyter-server", "--no-browser", "--allow-root", "--ServerApp.sock=" + socket(),
                "--ServerApp.sock_mode=0660", "--ServerApp.base_url=/", "--IdentityProvider.token=",
                "--ServerApp.disable_check_xsrf=True", "--ServerApp.root_dir=" + directory).start();
    }

    @AfterAll
    void stopJupyter() throws InterruptedException {
        // Asked, it ends its kernels too.
        server.destroy();
        assertTrue(server.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void aRunningCellIsWorkAndAnIdleKernelIsNot() throws IOException, InterruptedException {
        Signal kernels = new KernelSignal(api());
        eventually(kernels, reading -> reading.equals(Reading.quiet("kernels", "no kernel is open")));
        String kernel = new ObjectMapper().readTree(post("/api/kernels", "{\"name\": \"python3\"}")).path("id").asText();
        eventually(kernels, reading -> reading.detail().startsWith("1 open, the last kernel was used 0 minutes ago"));

        Process cell = process(
                "python", "-c", RUN_A_CELL, directory.resolve("runtime/kernel-" + kernel + ".json").toString()).start();
        assertEquals(0, cell.waitFor());
        Reading busy = eventually(kernels, reading -> reading.detail().equals("1 of 1 kernels run a cell"));
        assertEquals(Reading.State.ACTIVE, busy.state());
        // Busy it is for as long as the cell runs, however long ago it began.
        assertEquals(Reading.State.ACTIVE, kernels.read(Instant.now().plus(Duration.ofDays(3))).state());

        post("/api/kernels/" + kernel + "/interrupt", "");
        eventually(kernels, reading -> !reading.detail().contains("run a cell"));
        Reading later = kernels.read(Instant.now().plus(Duration.ofMinutes(30)));
        assertEquals(Reading.State.QUIET, later.state());
        assertTrue(later.detail().matches("1 open, the last kernel was used (29|30) minutes ago"), later.detail());
    }

    @Test
    void anOpenTerminalCountsFromItsLastActivity() throws IOException, InterruptedException {
        Signal terminals = new TerminalSignal(api());
        eventually(terminals, reading -> reading.equals(Reading.quiet("terminals", "no terminal is open")));
        post("/api/terminals", "");
        eventually(terminals, reading -> reading.detail().startsWith("1 open, the last terminal was used "));
        assertEquals(Reading.State.QUIET, terminals.read(Instant.now().plus(Duration.ofMinutes(30))).state());
    }

    private static Reading eventually(Signal signal, Predicate<Reading> condition) throws InterruptedException {
        Signals signals = new Signals(List.of(signal), Throwable::printStackTrace);
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(end)) {
            Reading reading = signals.read(Instant.now()).get(0);
            if (condition.test(reading)) {
                return reading;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError("it never comes: " + signals.read(Instant.now()));
    }

    private SocketApi api() {
        return new SocketApi("Jupyter", socket(), CURL);
    }

    private String post(String path, String body) throws IOException {
        return CURL.run(List.of(
                "--silent", "--show-error", "--fail", "--unix-socket", socket().toString(), "--request", "POST",
                "--data", body, "http://localhost" + path));
    }

    private Path socket() {
        return directory.resolve("jupyter.sock");
    }

    private ProcessBuilder process(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(environment.resolve("bin").resolve(program).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JUPYTER_RUNTIME_DIR", directory.resolve("runtime").toString());
        builder.environment().put("HOME", directory.toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
    }

    private static Path environment() throws IOException, InterruptedException {
        Process made = new ProcessBuilder(JUPYTER.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, made.waitFor(), printed);
        return Path.of(printed.strip());
    }
}
