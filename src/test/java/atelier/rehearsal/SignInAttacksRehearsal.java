package atelier.rehearsal;

import static atelier.rehearsal.Attack.SIGN_IN_FIRST;
import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.SignIn;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sign-ins that must not succeed: identity tokens that are wrong in one thing, answers to another sign-in, and ways to
 * elsewhere.
 */
@ExtendWith(DevWorkstation.class)
class SignInAttacksRehearsal {
    private static final String NO_SESSION = "the workstation gives no session";
    private static final String CALLBACK = "/oauth2/callback";

    static final List<Attack<Workstation>> ATTACKS = Stream.of(
            Stream.of(
                    token("expired", "500"),
                    token("wrong-audience", "500"),
                    token("wrong-nonce", "403"),
                    token("other-issuer", "500"),
                    token("other-tenant", "403"),
                    token("personal-account", "500"),
                    token("without-object-id", "500"),
                    token("without-tenant", "403"),
                    token("mallory", "500")),
            Stream.of(
                    callback("a return without a code", "500", (mallory, ada) -> CALLBACK),
                    callback("a return with an invented code", "500", (mallory, ada) -> CALLBACK + "?code=x&state=x"),
                    callback("the return of somebody else, which would sign in as them", "403", (mallory, ada) ->
                            ada.path(mallory.returnAddress("/lab", "grace"))),
                    callback("the code of somebody else with the state of one's own", "500", (mallory, ada) ->
                            swapped(ada, ada.path(ada.returnAddress("/lab", "ada")),
                                    ada.path(mallory.returnAddress("/lab", "grace")))),
                    callback("an error of the sign-in", "403", (mallory, ada) -> CALLBACK + "?error=access_denied&state=x"),
                    callback("a token in the return instead of a code", "500", (mallory, ada) ->
                            CALLBACK + "?state=x&id_token=" + unsigned())),
            Stream.of(
                    again("a return that is opened twice"),
                    bearer("a token without a signature (alg none)"),
                    redeemed("a code that somebody redeems without the workstation's identity")),
            Stream.of("https://evil.example", "https://evil.example/lab", "//evil.example", "///evil.example", "/\\evil.example",
                    "\\\\evil.example", "/%5cevil.example", "/%09/evil.example", "https:evil.example",
                            "https://HOST@evil.example/",
                    "https://HOST.evil.example/", "https://evil.example%2f@HOST/", "https://evil.example%23@HOST/",
                            "javascript:alert(1)",
                    "data:text/html,x", "/lab/..//evil.example", "http://HOST/lab", "https://HOST:4180/lab")
                    .map(SignInAttacksRehearsal::redirect))
            .flatMap(attacks -> attacks).toList();

    /** How somebody makes the address that a victim's browser opens. */
    private interface Trap {
        String path(Visitor attacker, Visitor victim);
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsSignedInByMistake(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void aSignInThatIsRightComesBackToTheLinkThatWasOpened(Workstation workstation) {
        Visitor ada = Visitor.stranger(workstation);
        String link = "/lab/tree/Users/ada/x%20y.ipynb?reset&a=b%2Fc";
        assertAnswer("302 to " + workstation.origin() + link, ada.get(ada.path(ada.returnAddress(link, "ada"))));
        assertFalse(ada.cookie(Visitor.SESSION).isEmpty());
        assertAnswer("200", ada.get("/lab"));
    }

    private static Attack<Workstation> token(String button, String answer) {
        return new Attack<>("a sign-in of " + button.replace('-', ' '), workstation -> {
            Visitor visitor = Visitor.stranger(workstation);
            assertAnswer(answer, visitor.signIn(button));
            assertNoSession(visitor);
        });
    }

    private static Attack<Workstation> callback(String name, String answer, Trap trap) {
        return new Attack<>(name, workstation -> {
            Visitor victim = Visitor.stranger(workstation);
            String path = trap.path(Visitor.stranger(workstation), victim);
            assertAnswer(answer, victim.get(path));
            assertNoSession(victim);
        });
    }

    private static Attack<Workstation> again(String name) {
        return new Attack<>(name, workstation -> {
            Visitor ada = Visitor.stranger(workstation);
            String path = ada.path(ada.returnAddress("/lab", "ada"));
            Visitor thief = ada.copy();
            assertAnswer("302 to " + workstation.origin() + "/lab", ada.get(path));
            assertAnswer("500", thief.get(path));
            assertNoSession(thief);
        });
    }

    private static Attack<Workstation> bearer(String name) {
        return new Attack<>(name, workstation -> assertAnswer(
                SIGN_IN_FIRST, Visitor.stranger(workstation).get("/lab", "Authorization: Bearer " + unsigned())));
    }

    /** Everything of a sign-in is public but what the workstation proves to Entra with. */
    private static Attack<Workstation> redeemed(String name) {
        return new Attack<>(name, workstation -> {
            Visitor ada = Visitor.stranger(workstation);
            String code = ada.returnAddress("/lab", "ada").replaceAll(".*[?&]code=([^&]*).*", "$1");
            String form = "grant_type=authorization_code&client_id=4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae&code=" + code
                    + "&redirect_uri=" + workstation.origin() + CALLBACK;
            Reply reply = ada.entra().entra().request("POST", "/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/oauth2/v2.0/token", form,
                    "Content-Type: application/x-www-form-urlencoded");
            assertAnswer("401", reply);
            assertTrue(reply.json().path("error_description").asText().startsWith("AADSTS7000218"), reply.body());
        });
    }

    /** The sign-in succeeds, and ends at this workstation all the same. */
    private static Attack<Workstation> redirect(String target) {
        return new Attack<>("a way from the sign-in to " + target, workstation -> {
            Visitor ada = Visitor.stranger(workstation);
            String start = "/oauth2/start?rd=" + target.replace("HOST", workstation.host()).replace("\\", "%5C");
            Reply back = ada.get(ada.path(ada.returnAddress(start, "ada")));
            assertFalse(ada.cookie(Visitor.SESSION).isEmpty(), back::head);
            assertTrue(staysHere(back.location(), workstation.origin()), back.head());
        });
    }

    /** As browsers read an address: a backslash is a slash, and tabs are nothing. */
    private static boolean staysHere(String location, String origin) {
        String read = location.replace('\\', '/').replaceAll("[\\t\\r\\n]", "");
        return read.startsWith(origin + "/") || read.matches("/(?!/).*");
    }

    /** The one address with the code of the other. */
    private static String swapped(Visitor visitor, String state, String code) {
        String codeOfOther = code.replaceAll(".*[?&](code=[^&]*).*", "$1");
        return state.replaceAll("code=[^&]*", codeOfOther);
    }

    private static String unsigned() {
        return base64("{\"alg\":\"none\"}") + "." + base64("{\"iss\":\"" + SignIn.ORIGIN
                + "/8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/v2.0\","
                + "\"aud\":\"4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae\",\"oid\":\"5d0f8e6a-371b-429c-b405-3e2b6f4c0d83\","
                + "\"tid\":\"8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613\",\"exp\":4000000000}") + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNoSession(Visitor visitor) {
        assertEquals("", visitor.cookie(Visitor.SESSION), NO_SESSION);
        assertAnswer(SIGN_IN_FIRST, visitor.get("/lab"));
    }
}
