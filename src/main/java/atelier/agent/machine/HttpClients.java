package atelier.agent.machine;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Clients for what the agent asks: never following a redirect, which would carry a token elsewhere, and on few threads, because
 * a unit has to stay below 80 MB.
 */
public final class HttpClients {
    private static final int THREADS = 2;

    private HttpClients() {}

    /** For services on this machine: no proxy. */
    public static HttpClient local() {
        return builder(Duration.ofSeconds(2)).proxy(HttpClient.Builder.NO_PROXY).build();
    }

    /** For services on the network: the proxy that the Java machine is told of, if any. */
    public static HttpClient remote() {
        return builder(Duration.ofSeconds(5)).build();
    }

    private static HttpClient.Builder builder(Duration connect) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .executor(threads());
    }

    private static Executor threads() {
        return Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "http-client");
            thread.setDaemon(true);
            return thread;
        });
    }
}
