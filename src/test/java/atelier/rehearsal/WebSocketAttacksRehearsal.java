package atelier.rehearsal;

import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Web sockets, which may do everything and which browsers open for any page: by strangers, and by pages of another origin. */
@ExtendWith(DevWorkstation.class)
class WebSocketAttacksRehearsal {
    private static final String JUPYTER = "/api/events/subscribe";
    private static final String CODE = "/code/?reconnectionToken=x";
    private static final List<String> PATHS = List.of(JUPYTER, "/api/kernels/x/channels", "/terminals/websocket/1", CODE,
            "/rstudio/", "/atelier/status", "/atelier/");

    static final List<Attack<Visitor>> ATTACKS = Stream.of(
            PATHS.stream().map(path -> stranger("without a session at " + path, path)),
            Stream.of(
                    stranger("with a token in the address", JUPYTER + "?token=anything"),
                    stranger("with a token in a header", JUPYTER, "Authorization: token anything"),
                    stranger("with a forged session", JUPYTER, "Cookie: __Host-atelier=forged"),
                    stranger("with a forged session of Jupyter's", JUPYTER, "Cookie: username-localhost-8888=forged"),
                    stranger("with a forged session of code-server's", CODE, "Cookie: code-server-session=forged"),
                    stranger("with spoofed headers", JUPYTER, "X-Forwarded-User: ada", "X-Auth-Request-Email: ada"),
                    stranger("with a spoofed origin", JUPYTER, "Origin: https://evil.example"),
                    stranger("for a page of health", "/atelier/health/../../api/events/subscribe"),
                    stranger("for the answer to the agent", "/atelier/status/../../api/events/subscribe")),
            foreign("of another site", host -> "Origin: https://evil.example"),
            foreign("of no site", host -> "Origin: null"),
            foreign("of the same name without TLS", host -> "Origin: http://" + host),
            foreign("of a name that begins like it", host -> "Origin: https://" + host + ".evil.example"),
            foreign("of a name that ends like it", host -> "Origin: https://evil." + host),
            foreign("of the same name at another port", host -> "Origin: https://" + host + ":8443"),
            foreign("of an origin that has it as a password", host -> "Origin: https://" + host + "@evil.example"),
            foreign("that the browser calls cross-site", host -> "Origin: https://" + host + "\r\nSec-Fetch-Site: cross-site"),
            foreign("that the browser calls same-site", host -> "Origin: https://" + host + "\r\nSec-Fetch-Site: same-site"),
            foreign("with two origins", host -> "Origin: https://evil.example\r\nOrigin: https://" + host))
            .flatMap(Function.identity()).toList();

    @TestFactory
    Stream<DynamicTest> noWebSocketOpens(Workstation workstation) {
        return Attack.tests(ATTACKS, Visitor.signedIn(workstation, "ada"));
    }

    @Test
    void webSocketsOfTheWorkstationsOwnPagesOpen(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        for (String path : List.of(JUPYTER, CODE)) {
            assertEquals(101, ada.upgrade(path, "Origin: " + workstation.origin(), "Sec-Fetch-Site: same-origin").status(), path);
        }
    }

    private static Attack<Visitor> stranger(String name, String path, String... headers) {
        return new Attack<>("a web socket " + name, ada -> {
            String[] all = Stream.concat(
                    Stream.of("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                            "Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw=="),
                    Stream.of(headers)).toArray(String[]::new);
            assertAnswer(name.contains("origin") ? "403" : "401", ada.workstation().get(path, all));
        });
    }

    private static Stream<Attack<Visitor>> foreign(String name, Function<String, String> headers) {
        return Stream.of(JUPYTER, CODE).map(path -> new Attack<>("a web socket for a page " + name + " at " + path, ada ->
                assertAnswer("403", ada.copy().upgrade(path, headers.apply(ada.workstation().host()).split("\r\n")))));
    }
}
