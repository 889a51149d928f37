package atelier.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** One listening address; every request is answered on a thread of its own. */
public final class WebServer implements AutoCloseable {
    private static final int GRACE_SECONDS = 1;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private WebServer(HttpServer server, Endpoint endpoint) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, endpoint));
        server.start();
    }

    /** Listens without encryption; port 0 is a free one. */
    public static WebServer plain(InetSocketAddress address, Endpoint endpoint) throws IOException {
        return new WebServer(HttpServer.create(address, 0), endpoint);
    }

    /** Listens with TLS. */
    public static WebServer encrypted(InetSocketAddress address, SSLContext tls, Endpoint endpoint) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new WebServer(server, endpoint);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            Answer answer = answer(read(exchange), endpoint);
            answer.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            // The server takes 0 for a body of unknown length.
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private static Answer answer(Request request, Endpoint endpoint) {
        try {
            return endpoint.answer(request);
        } catch (RuntimeException | Error defect) {
            defect.printStackTrace();
            return Answer.error(500, "InternalServerError", "The sandbox has a defect: " + defect);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        String host = headers.getOrDefault("Host", "").replaceFirst(":[0-9]+$", "");
        return new Request(
                exchange.getRequestMethod(),
                host,
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    /** The names and values of a query or of a form. */
    public static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        if (text != null && !text.isEmpty()) {
            for (String pair : text.split("&")) {
                String[] sides = pair.split("=", 2);
                query.putIfAbsent(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
            }
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
