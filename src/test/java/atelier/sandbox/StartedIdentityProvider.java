package atelier.sandbox;

import atelier.testing.engine.Launcher;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;

/** The real identity provider, started as users and the rehearsal start it; the first start fetches it with Maven. */
final class StartedIdentityProvider implements AutoCloseable {
    private static final long MINUTES = 5;
    private final Process process;
    private final int port;

    private StartedIdentityProvider(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port and waits until it answers. */
    static StartedIdentityProvider start(File log) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        Launcher.CHECKOUT.resolve("sandbox/toolchain/identity-provider/start").toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        StartedIdentityProvider started = new StartedIdentityProvider(process, port);
        long patience = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!started.answers()) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > patience) {
                started.close();
                throw new AssertionError("the identity provider does not start; see " + log);
            }
        }
        return started;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest alive = HttpRequest.newBuilder(URI.create(address() + "/isalive")).build();
            return HttpClient.newHttpClient().send(alive, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
