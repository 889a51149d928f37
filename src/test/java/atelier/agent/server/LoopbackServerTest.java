package atelier.agent.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server on loopback, spoken to byte by byte, because a client would mend what is wrong. */
final class LoopbackServerTest {
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start(0, this::answer, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Response answer(Request request) {
        requests.add(request);
        if (request.path().equals("/bug")) {
            throw new IllegalStateException("a bug");
        }
        return Response.of(200, "text/plain", "hello").with("Set-Cookie", "a=b").with("Set-Cookie", "c=d");
    }

    @Test
    void listensOnLoopbackOnly() {
        assertEquals("127.0.0.1", server.address().getHost());
    }

    @Test
    void handsOverTheRequestAsItCame() throws IOException {
        String answer = send("GET /a/%2e%2e/b?x=%20y HTTP/1.1\r\nHost: h\r\nCookie: 1\r\ncookie: 2\r\nConnection: close\r\n\r\n");
        Request request = requests.get(0);
        assertEquals("GET", request.method());
        assertEquals("/a/%2e%2e/b", request.path());
        assertEquals("x=%20y", request.query());
        assertEquals(List.of("1", "2"), request.headers("COOKIE"));
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(answer.contains("Set-cookie: a=b\r\nSet-cookie: c=d\r\n"), answer);
        assertTrue(answer.contains("Cache-control: no-store\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\nhello"), answer);
    }

    @Test
    void aBugIsAnErrorWithoutItsTextForTheClient() throws IOException {
        String answer = send("GET /bug?secret HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 500 "), answer);
        assertEquals("GET /bug failed: java.lang.IllegalStateException: a bug\n", errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyHasItsLimit() throws IOException {
        assertTrue(post(4096).startsWith("HTTP/1.1 200 "));
        assertTrue(post(4097).startsWith("HTTP/1.1 413 "));
        assertEquals(List.of(4096), requests.stream().map(request -> request.body().length()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "nonsense\r\n\r\n", "GET\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n"
    })
    void whatIsNoRequestIsRefused(String text) throws IOException {
        String answer = send(text);
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        assertEquals(List.of(), requests);
    }

    @ParameterizedTest
    @CsvSource({"/authorize?token=1, /authorize", "/a#b, /a", "/plain, /plain", "?x, ''"})
    void aPathIsWrittenWithoutItsQuery(String uri, String path) {
        assertEquals(path, AuditLog.path(uri));
    }

    @Test
    void aHeaderThatCameTwiceHasNoSingleValue() {
        Request request = new Request("GET", "/", "", Map.of("A", List.of("1", "2"), "B", List.of("3")), "", 1);
        assertTrue(request.header("a").isEmpty());
        assertEquals("3", request.header("b").orElseThrow());
    }

    private String post(int length) throws IOException {
        return send("POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"
                + "x".repeat(length));
    }

    private String send(String text) throws IOException {
        URI address = server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
