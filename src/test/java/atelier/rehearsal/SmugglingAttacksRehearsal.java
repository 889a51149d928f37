package atelier.rehearsal;

import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that hide another one, or that make an application speak past the front, by somebody who may open the workstation. */
@ExtendWith(DevWorkstation.class)
class SmugglingAttacksRehearsal {
    @RegisterExtension
    static final Echoes ECHOES = new Echoes();

    private static final String HIDDEN = "GET /hidden HTTP/1.1\r\nHost: x\r\nX-Atelier-User: root\r\n\r\n";
    private static final String CHUNKS = "0\r\n\r\n" + HIDDEN;

    static final List<Attack<Visitor>> ATTACKS = List.of(
            hidden("a length and chunks (CL.TE)", "400", "Content-Length: 6\r\nTransfer-Encoding: chunked", CHUNKS),
            hidden("chunks and a length (TE.CL)", "400", "Transfer-Encoding: chunked\r\nContent-Length: 6", CHUNKS),
            hidden("two lengths", "400", "Content-Length: 0\r\nContent-Length: " + HIDDEN.length(), HIDDEN),
            hidden("one length with two values", "400", "Content-Length: 0, " + HIDDEN.length(), HIDDEN),
            hidden("a negative length", "400", "Content-Length: -1", HIDDEN),
            hidden("a length with a sign", "400", "Content-Length: +0", HIDDEN),
            hidden("an encoding that is no encoding (TE.TE)", "501", "Transfer-Encoding: xchunked", CHUNKS),
            hidden("two encodings", "501", "Transfer-Encoding: chunked, identity", CHUNKS),
            hidden("two headers of encodings", "400", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", CHUNKS),
            hidden("a length without a line end of its own", "400", "X-A: b\rContent-Length: 0", HIDDEN),
            hidden("a chunk that is longer than it says", "400", "Transfer-Encoding: chunked", "1\r\nxx\r\n" + CHUNKS),
            unseen("a line end in the path", "/code/%0d%0aX-Atelier-User:%20root"),
            unseen("a line end in the query", "/code/?a=%0d%0aX-Atelier-User:%20root"),
            unseen("a line end before a whole request", "/code/%20HTTP/1.1%0d%0aHost:%20x%0d%0a%0d%0aGET%20/hidden"),
            new Attack<>("a line end in the path of a redirect", visitor -> {
                Reply reply = visitor.copy().get("/code?%0d%0aSet-Cookie:%20a=b");
                assertAnswer("302 to /code/?%0d%0aSet-Cookie:%20a=b", reply);
                assertEquals(List.of(), reply.headers("Set-Cookie"));
            }),
            new Attack<>("a change to HTTP/2 without TLS, past the front", visitor ->
                    assertNoHeader("Upgrade", visitor.copy().get(
                    "/rstudio/", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
                            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"))),
            new Attack<>("a change to a protocol of its own, past the front", visitor ->
                    assertNoHeader("Upgrade", visitor.copy().get(
                    "/rstudio/", "Connection: Upgrade", "Upgrade: tunnel"))),
            new Attack<>("the header Connection takes one of the front's away", visitor -> {
                Reply reply = visitor.copy().get("/rstudio/", "Connection: close, X-Forwarded-Proto, Cookie");
                assertEquals("https", header(reply, "X-Forwarded-Proto"));
            }),
            new Attack<>("an application shows a place that only the front reaches", visitor -> {
                Reply reply = visitor.copy().get("/rstudio/?answer=X-Accel-Redirect:/atelier/internal/authorize");
                assertAnswer("200", reply);
                assertEquals("GET /?answer=X-Accel-Redirect:/atelier/internal/authorize HTTP/1.1",
                        reply.json().path("line").asText());
            }),
            session("an application gets the session", visitor -> visitor.cookieHeader()),
            session("an application gets the session after a space too many", visitor -> "Cookie: a=b;  " + named(visitor)),
            session("an application gets the session after a tab", visitor -> "Cookie: a=b;\t" + named(visitor)),
            session("an application gets the session between other cookies", visitor -> "Cookie: a=b;" + named(visitor) + ";c=d"),
            session("an application gets the session that is there twice", visitor ->
                    "Cookie: " + named(visitor) + "; " + named(visitor)),
            session("an application gets the session from a second header", visitor ->
                    "Cookie: a=b\r\nCookie: " + named(visitor)),
            session("an application gets the session from a first header", visitor ->
                    "Cookie: " + named(visitor) + "\r\nCookie: a=b"),
            session("an application gets the session behind a quotation mark", visitor ->
                    "Cookie: a=\"; " + named(visitor) + "; b=\""));

    @TestFactory
    Stream<DynamicTest> nothingIsHiddenFromTheFront(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        return Attack.tests(ATTACKS, ada);
    }

    @Test
    void whatIsNotHiddenArrivesAndNothingElseHas(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        assertEquals("body", ada.request("POST", "/rstudio/control", "body").json().path("body").asText());
        assertEquals("a=b", header(ada.with("a", "b").get("/rstudio/"), "Cookie"));
        assertEquals("websocket", header(ada.upgrade("/rstudio/"), "Upgrade"));
        assertEquals("answered", ada.get("/rstudio/?answer=X-Answer:answered").header("X-Answer").orElse(""));
        List<String> requests = ECHOES.requests();
        assertTrue(requests.contains("POST /control HTTP/1.1"), requests::toString);
        assertEquals(List.of(), requests.stream().filter(line -> line.matches("[A-Z]+ /hidden.*")).toList());
    }

    /** A second request behind the first one: refused with the first, and in no application. */
    private static Attack<Visitor> hidden(String name, String answer, String framing, String body) {
        return new Attack<>(name, visitor -> {
            String request = "POST /rstudio/ HTTP/1.1\r\nHost: HOST\r\n" + visitor.cookieHeader() + "\r\n" + framing
                    + "\r\n\r\n" + body;
            Reply reply = visitor.workstation().send(request.replace("HOST", visitor.workstation().host()));
            assertAnswer(answer, reply);
            assertFalse(reply.body().contains("HTTP/1.1 "), reply.body());
            assertFalse(ECHOES.requests().contains("GET /hidden HTTP/1.1"));
        });
    }

    private static Attack<Visitor> unseen(String name, String path) {
        return new Attack<>(name, visitor -> assertNoHeader("X-Atelier-User", visitor.copy().get(path)));
    }

    private static Attack<Visitor> session(String name, Function<Visitor, String> cookies) {
        return new Attack<>(name, visitor -> {
            String[] headers = cookies.apply(visitor).split("\r\n");
            Reply reply = visitor.workstation().get("/rstudio/", headers);
            assertAnswer("200", reply);
            assertFalse(reply.body().contains(visitor.cookie(Visitor.SESSION)), reply.body());
        });
    }

    private static String named(Visitor visitor) {
        return Visitor.SESSION + "=" + visitor.cookie(Visitor.SESSION);
    }

    private static void assertNoHeader(String name, Reply reply) {
        assertAnswer("200", reply);
        assertEquals("", header(reply, name));
    }

    /** The values of a header in what the application was sent. */
    private static String header(Reply reply, String name) {
        return String.join("\n", Stream.of(reply.json().path("headers")).flatMap(headers -> {
            Stream.Builder<String> values = Stream.builder();
            headers.forEach(header -> {
                if (header.get(0).asText().equalsIgnoreCase(name)) {
                    values.add(header.get(1).asText());
                }
            });
            return values.build();
        }).toList());
    }
}
