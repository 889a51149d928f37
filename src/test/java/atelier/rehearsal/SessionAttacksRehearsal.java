package atelier.rehearsal;

import static atelier.rehearsal.Attack.SIGN_IN_FIRST;
import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sessions that nobody was given. A session is a cookie of oauth2-proxy's: what it holds, encrypted; the second it was made; a
 * signature over both and the cookie's name.
 */
@ExtendWith(DevWorkstation.class)
class SessionAttacksRehearsal {
    /** Somebody's session and the secret of the workstation that signed it. */
    record Signed(Visitor visitor, String secret) {
        String value() {
            return visitor.cookie(Visitor.SESSION);
        }

        String part(int number) {
            return value().split("\\|")[number];
        }

        /** The same content as if it had been made then, signed with this secret under this name. */
        String signed(String secret, String name, Instant made) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                byte[] signature = mac.doFinal((name + part(0) + made.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
                return part(0) + "|" + made.getEpochSecond() + "|" + Base64.getUrlEncoder().encodeToString(signature);
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    private static final String OTHER_SECRET = "b3RoZXItd29ya3N0YXRpb24tYW5kLW90aGVyLWJvb3Q=";

    static final List<Attack<Signed>> ATTACKS = List.of(
            cookie("an empty session", (signed, now) -> ""),
            cookie("a session of one word", (signed, now) -> "ada"),
            cookie("a session of the right form", (signed, now) -> "YWRh|" + now.getEpochSecond() + "|YWRh"),
            cookie("another content", (signed, now) -> flipped(signed.part(0)) + "|" + signed.part(1) + "|" + signed.part(2)),
            cookie("another signature", (signed, now) -> signed.part(0) + "|" + signed.part(1) + "|" + flipped(signed.part(2))),
            cookie("no signature", (signed, now) -> signed.part(0) + "|" + signed.part(1) + "|"),
            cookie("a session without its signature", (signed, now) -> signed.part(0) + "|" + signed.part(1)),
            cookie("a session that makes itself younger", (signed, now) ->
                    signed.part(0) + "|" + now.plusSeconds(60).getEpochSecond() + "|" + signed.part(2)),
            cookie("a session that is cut short", (signed, now) -> signed.value().substring(0, signed.value().length() - 4)),
            cookie("a session of another boot, or of another workstation", (signed, now) ->
                    signed.signed(OTHER_SECRET, Visitor.SESSION, now)),
            cookie("a session of yesterday", (signed, now) ->
                    signed.signed(signed.secret(), Visitor.SESSION, now.minus(Duration.ofHours(24)))),
            cookie("a session that has just expired", (signed, now) ->
                    signed.signed(signed.secret(), Visitor.SESSION, now.minus(Duration.ofHours(8)).minusSeconds(5))),
            cookie("a session of tomorrow", (signed, now) ->
                    signed.signed(signed.secret(), Visitor.SESSION, now.plus(Duration.ofHours(24)))),
            cookie("another cookie's signature", (signed, now) -> signed.signed(signed.secret(), "__Host-atelier_csrf", now)),
            new Attack<>("the cookie of a sign-in that has only begun, as a session", signed -> {
                Visitor beginner = signed.visitor().with(Visitor.SESSION, "");
                beginner.get("/lab");
                String begun = beginner.cookieHeader().replaceAll(".*__Host-atelier_[^=]*_csrf=([^;]*).*", "$1");
                assertTrue(begun.contains("|"), beginner.cookieHeader());
                assertAnswer(SIGN_IN_FIRST, signed.visitor().with(Visitor.SESSION, begun).get("/lab"));
            }),
            named("the session under a name without its prefix", "atelier"),
            named("the session under the default name", "_oauth2_proxy"),
            named("the session in capitals", "__HOST-ATELIER"),
            named("the session in pieces", "__Host-atelier_0"),
            header("the session as a bearer token", "Authorization: Bearer "),
            header("the session as a password", "Authorization: Basic "),
            header("the session in a header of its own", "X-Forwarded-Access-Token: "),
            new Attack<>("the session in the address", signed ->
                    assertAnswer(SIGN_IN_FIRST, signed.visitor().workstation().get("/lab?__Host-atelier=" + signed.value()))));

    @TestFactory
    Stream<DynamicTest> onlyASessionOfThisWorkstationOpensIt(Workstation workstation) {
        return Attack.tests(ATTACKS, ada(workstation));
    }

    @Test
    void theSessionAsItWasGivenAndOneThatTheWorkstationWouldSignOpenIt(Workstation workstation) {
        Signed ada = ada(workstation);
        assertAnswer("200", ada.visitor().copy().get("/lab"));
        String again = ada.signed(ada.secret(), Visitor.SESSION, Instant.now().minus(Duration.ofHours(7)));
        assertAnswer("200", ada.visitor().with(Visitor.SESSION, again).get("/lab"));
    }

    @Test
    void noScriptGetsTheSessionAndNoOtherHostIsSentIt(Workstation workstation) {
        Visitor ada = Visitor.stranger(workstation);
        String given = ada.signIn("ada").headers("Set-Cookie").stream()
                .filter(line -> line.startsWith(Visitor.SESSION + "=")).findFirst().orElseThrow();
        assertEquals(
                List.of("Path=/", "Max-Age=28800", "HttpOnly", "Secure", "SameSite=Lax"),
                Stream.of(given.split("; ")).skip(1).filter(attribute -> !attribute.startsWith("Expires=")).toList());
    }

    private static Signed ada(Workstation workstation) {
        String secret = workstation.run("cat", "/run/atelier/signin/cookie-secret").succeeded().out();
        return new Signed(Visitor.signedIn(workstation, "ada"), secret);
    }

    private static Attack<Signed> cookie(String name, BiFunction<Signed, Instant, String> value) {
        return new Attack<>(name, signed -> {
            String forged = value.apply(signed, Instant.now());
            assertAnswer(SIGN_IN_FIRST, signed.visitor().with(Visitor.SESSION, forged).get("/lab"));
        });
    }

    private static Attack<Signed> named(String name, String cookie) {
        return header(name, "Cookie: " + cookie + "=");
    }

    private static Attack<Signed> header(String name, String start) {
        return new Attack<>(name, signed ->
                assertAnswer(SIGN_IN_FIRST, signed.visitor().workstation().get("/lab", start + signed.value())));
    }

    /** Its middle character is another one. */
    private static String flipped(String text) {
        int middle = text.length() / 2;
        return text.substring(0, middle) + (text.charAt(middle) == 'A' ? 'B' : 'A') + text.substring(middle + 1);
    }
}
