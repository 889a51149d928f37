package atelier.rehearsal;

import static atelier.rehearsal.Attack.SIGN_IN_FIRST;
import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Headers that say who sends a request, written by whoever sends it: they open nothing, and no application gets to see them. */
@ExtendWith(DevWorkstation.class)
class HeaderAttacksRehearsal {
    @RegisterExtension
    static final Echoes ECHOES = new Echoes();

    private static final String VALUE = "intruder";

    /** Headers that some proxy or application has believed. */
    private static final List<String> HEADERS = List.of(
            "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Groups", "X-Forwarded-Preferred-Username",
            "X-Forwarded-Access-Token", "X-Auth-Request-User", "X-Auth-Request-Email", "X-Auth-Request-Groups",
            "X-Auth-Request-Preferred-Username", "X-Auth-Request-Access-Token", "X-Atelier-User", "X-Atelier-Object-Id",
            "X-RStudio-Username", "X-RStudio-User-Identity", "X-RStudio-Root-Path", "X-RStudio-Request", "Remote-User",
            "X-Remote-User", "X-WEBAUTH-USER", "X-MS-CLIENT-PRINCIPAL", "X-MS-CLIENT-PRINCIPAL-NAME", "Authorization",
            "Proxy-Authorization", "X-Forwarded-Uri", "X-Original-URI", "X-Original-URL", "X-Original-Method",
            "X-Rewrite-URL", "X-HTTP-Method-Override", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port",
            "X-Forwarded-Prefix", "X-Forwarded-For", "X-Real-IP", "X-Scheme", "Forwarded", "Proxy", "x-forwarded-USER",
            "X_Forwarded_User", "REMOTE_USER", "X_Auth_Request_Email", "X_RStudio_Username", "X-Forwarded_User");

    static final List<Attack<Visitor>> WITHOUT_SESSION = IntStream.range(0, HEADERS.size())
            .mapToObj(i -> withoutSession(HEADERS.get(i), Echoes.PATHS.get(i % Echoes.PATHS.size()))).toList();
    static final List<Attack<Visitor>> WITH_SESSION = HEADERS.stream()
            .flatMap(header -> Echoes.PATHS.stream().map(path -> withSession(header, path))).toList();
    static final List<Attack<Visitor>> ATTACKS = Stream.concat(
            Stream.concat(WITHOUT_SESSION.stream(), WITH_SESSION.stream()),
            Echoes.PATHS.stream().map(HeaderAttacksRehearsal::allWithAnUpgrade)).toList();

    @TestFactory
    Stream<DynamicTest> noHeaderIsBelieved(Workstation workstation) {
        return Attack.tests(ATTACKS, Visitor.signedIn(workstation, "ada"));
    }

    @Test
    void nothingReachesAnApplicationWithoutASession(Workstation workstation) {
        List<String> before = ECHOES.requests();
        Visitor stranger = Visitor.stranger(workstation);
        Echoes.PATHS.forEach(path -> assertAnswer(SIGN_IN_FIRST, stranger.get(path, everyHeader())));
        assertEquals(before, ECHOES.requests());
        Visitor.signedIn(workstation, "ada").get("/lab?control");
        assertEquals(before.size() + 1, ECHOES.requests().size());
    }

    @Test
    void aHeaderThatSaysNothingAboutAnybodyArrives(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        for (String path : Echoes.PATHS) {
            Map<String, String> seen = seen(ada.get(path, "X-Harmless: " + VALUE));
            assertEquals(VALUE, seen.get("x-harmless"), path);
            assertEquals(workstation.host(), seen.get("host"), path);
            assertEquals("https", seen.get("x-forwarded-proto"), path);
            assertEquals(workstation.host(), seen.get("x-forwarded-host"), path);
        }
    }

    private static Attack<Visitor> withoutSession(String header, String path) {
        return new Attack<>(header + " opens " + path, ada ->
                assertAnswer(SIGN_IN_FIRST, ada.workstation().get(path, header + ": " + VALUE)));
    }

    private static Attack<Visitor> withSession(String header, String path) {
        return new Attack<>(header + " reaches the application at " + path, ada ->
                assertUnseen(ada.copy().get(path, header + ": " + VALUE)));
    }

    private static Attack<Visitor> allWithAnUpgrade(String path) {
        return new Attack<>("any of these reaches the application at " + path + " with a web socket", ada ->
                assertUnseen(ada.copy().upgrade(path, everyHeader())));
    }

    private static String[] everyHeader() {
        return HEADERS.stream().map(header -> header + ": " + VALUE).toArray(String[]::new);
    }

    private static void assertUnseen(Reply reply) {
        Map<String, String> seen = seen(reply);
        List<String> spoofed = new ArrayList<>();
        seen.forEach((name, value) -> {
            if (value.contains(VALUE)) {
                spoofed.add(name);
            }
        });
        assertEquals(List.of(), spoofed);
    }

    /** What the application was sent. */
    private static Map<String, String> seen(Reply reply) {
        assertAnswer("200", reply);
        Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (JsonNode header : reply.json().path("headers")) {
            seen.merge(header.get(0).asText(), header.get(1).asText(), (first, second) -> first + "\n" + second);
        }
        assertTrue(seen.containsKey("Host"), reply.body());
        return seen;
    }
}
