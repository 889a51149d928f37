package atelier.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@link ArmApi} as a process of its own, as a workstation's rehearsal starts it. */
final class ArmProcess implements AutoCloseable {
    private static final String READY = "ready: the simulated Azure listens on port ";
    private static final long SECONDS = 60;
    private final Process process;
    private final List<Integer> ports;

    private ArmProcess(Process process, List<Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Starts it and waits for the line that says that it listens. */
    static ArmProcess serve(Path directory, Path world, String... more) throws IOException {
        Process process = start("serve", directory, world, more);
        String line = reader(process).readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new AssertionError("it did not start: " + line);
        }
        List<Integer> ports = Arrays.stream(line.substring(READY.length()).split(", ")).map(Integer::valueOf).toList();
        return new ArmProcess(process, ports);
    }

    /** A token for somebody, as the command prints it. */
    static String token(Path directory, Path world, String name, String... more) throws IOException {
        Process process = start("token", directory, world, Stream.concat(Stream.of("--name", name), Stream.of(more)).toArray(String[]::new));
        return reader(process).readLine();
    }

    /** Runs a command line that ends by itself; its exit code and what it says on stderr. */
    static String fails(String... arguments) throws IOException, InterruptedException {
        Process process = builder(List.of(arguments)).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output.strip();
    }

    private static Process start(String command, Path directory, Path world, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--cloud", directory.toString(), "--world", world.toString()));
        arguments.addAll(List.of(more));
        return builder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static ProcessBuilder builder(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ArmApi.class.getName()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("ATELIER_KEYSTORE_PASSWORD", TestCertificate.PASSWORD);
        return builder;
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The port of the server that was asked for as the nth. */
    int port(int index) {
        return ports.get(index);
    }

    /** SIGTERM; the exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end on SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
