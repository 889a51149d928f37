package atelier.agent;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One unit of the built jar in a process of its own, with the options that the image gives it. */
final class AgentProcess implements AutoCloseable {
    static final Path JAR = Path.of("target", "atelier-agent.jar");
    static final Path OPTIONS = Path.of("images", "files", "usr", "share", "atelier", "agent.options");
    private static final int LIMIT_SECONDS = 30;

    private final Process process;
    private final int port;
    private final Path output;

    private AgentProcess(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts a unit and waits until it listens. */
    static AgentProcess start(String unit, int port, Path folder, Map<String, String> environment, String... options)
            throws IOException, InterruptedException {
        requireFree(port);
        List<String> command = new ArrayList<>(List.of(java(), "@" + OPTIONS));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", JAR.toString(), unit));
        Path output = folder.resolve(unit + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        AgentProcess started = new AgentProcess(builder.start(), port, output);
        started.awaitListening();
        return started;
    }

    static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Kilobytes of memory that are resident now. */
    long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** What comes back for these bytes, nothing when the connection is closed or reset. */
    String send(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LIMIT_SECONDS * 1000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the agent does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!listens()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                process.destroy();
                throw new IllegalStateException("the agent does not listen on " + port + ": " + output());
            }
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void requireFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            free.setReuseAddress(true);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " of this computer is taken: end what listens there", taken);
        }
    }
}
