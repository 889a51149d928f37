package atelier.agent.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Serves one handler on a port of 127.0.0.1 and keeps every request small: 64 headers of 64 KiB in all, 10 seconds until it has
 * come whole, 4 KiB of body, 256 connections. What is more gets an error or a closed connection.
 */
public final class LoopbackServer implements AutoCloseable {
    private static final int MOST_BODY = 4096;
    private static final int THREADS = 8;
    private static final int WAITING = 248;

    // The JDK's server reads these once, when it is first used.
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "65536",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.idleInterval", "30",
            "jdk.httpserver.maxConnections", "256",
            // Otherwise each answer with a body waits for the client's delayed acknowledgement.
            "sun.net.httpserver.nodelay", "true");

    static {
        LIMITS.forEach(System::setProperty);
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Function<Request, Response> handler;
    private final PrintStream errors;

    private LoopbackServer(HttpServer server, Function<Request, Response> handler, PrintStream errors) {
        this.server = server;
        this.handler = handler;
        this.errors = errors;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one
     * @param errors receives a line for each request that the handler failed on
     */
    public static LoopbackServer start(int port, Function<Request, Response> handler, PrintStream errors) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), WAITING);
        LoopbackServer started = new LoopbackServer(server, handler, errors);
        server.createContext("/", started::serve);
        server.setExecutor(started.threads);
        server.start();
        return started;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> body = body(exchange);
            send(exchange, body.isPresent() ? answer(request(exchange, body.get())) : Response.of(413));
        }
    }

    private Response answer(Request request) {
        try {
            return handler.apply(request);
        } catch (RuntimeException bug) {
            errors.println(request.method() + " " + AuditLog.path(request.path()) + " failed: " + bug);
            return Response.of(500);
        }
    }

    private static Optional<String> body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        return bytes.length > MOST_BODY ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Request request(HttpExchange exchange, String body) {
        URI uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getRawPath()).orElse(""),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getPort());
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        response.headers().forEach((name, values) -> values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        boolean silent = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), silent ? -1 : bytes.length);
        if (!silent) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }
}
