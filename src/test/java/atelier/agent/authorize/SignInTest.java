package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.agent.machine.Documents;
import atelier.agent.machine.HttpClients;
import atelier.agent.machine.StubService;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against an oauth2-proxy of the test's own on loopback; what the real one answers is seen in a rehearsal. */
final class SignInTest {
    private static final Map<String, String> ADA = Map.of(
            SignIn.OBJECT_ID, Documents.OWNER,
            SignIn.TENANT_ID, Documents.TENANT,
            SignIn.USER_NAME, "ada@example.com",
            "X-Auth-Request-User", "the-subject");

    private final StubService proxy = new StubService();
    private final SignIn signIn = new SignIn(proxy.address(), HttpClients.local());

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void aSessionIsWhoTheProxySays() throws IOException {
        proxy.answers(202, ADA, "");
        Session expected = new Session(Documents.OWNER, Documents.TENANT, "ada@example.com", List.of());
        assertEquals(Optional.of(expected), signIn.session("__Host-atelier=abc"));
    }

    @Test
    void onlyTheCookieIsPassedOn() throws IOException {
        proxy.answers(202, ADA, "");
        signIn.session("__Host-atelier=abc");
        StubService.Asked asked = proxy.asked().get(0);
        assertEquals("GET", asked.method());
        assertEquals("/oauth2/auth", asked.uri());
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(asked.headers().keySet());
        // Content-Length, Host and User-Agent are the Java client's own.
        assertEquals("[Content-length, Cookie, Host, User-agent, X-forwarded-proto]", names.toString());
        assertEquals(Optional.of("__Host-atelier=abc"), asked.header("Cookie"));
    }

    @Test
    void aRenewedCookieIsKept() throws IOException {
        Map<String, String> headers = new HashMap<>(ADA);
        headers.put("Set-Cookie", "__Host-atelier=new");
        proxy.answers(202, headers, "");
        assertEquals(List.of("__Host-atelier=new"), signIn.session("c").orElseThrow().setCookies());
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void nobodyIsSignedIn(int status) throws IOException {
        proxy.answers(status, "");
        assertEquals(Optional.empty(), signIn.session("c"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 429, 500, 502, 503})
    void anotherAnswerIsNoAnswer(int status) {
        proxy.answers(status, ADA, "");
        assertEquals(
                "oauth2-proxy answered " + status, assertThrows(IOException.class, () -> signIn.session("c")).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Auth-Request-Email, ''", "X-Auth-Request-Email, ada@example.com", "X-Auth-Request-Email, 5d0f8e6a",
        "X-Auth-Request-Groups, ''", "X-Auth-Request-Groups, 'a,b'",
        "X-Auth-Request-Groups, '8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613,99999999-2222-4333-8444-555555555555'"
    })
    void aSessionWithoutItsIdsIsNoSession(String header, String value) {
        Map<String, String> headers = new HashMap<>(ADA);
        headers.put(header, value);
        proxy.answers(202, headers, "");
        var malformed = assertThrows(IOException.class, () -> signIn.session("c"));
        assertEquals("oauth2-proxy's answer has no GUID in " + header, malformed.getMessage());
    }

    @Test
    void aCookieThatCannotBeAHeaderIsNotSent() {
        proxy.answers(202, ADA, "");
        var refused = assertThrows(IOException.class, () -> signIn.session("a=b\r\nX-Evil: 1"));
        assertEquals("the browser's cookie cannot be passed on", refused.getMessage());
        assertEquals(List.of(), proxy.asked());
    }

    @Test
    void aProxyThatIsNotThereIsAnError() {
        proxy.close();
        assertThrows(IOException.class, () -> signIn.session("c"));
    }

    @Test
    void noTextShowsACookie() {
        assertEquals(
                "Session[ada, o, t]", new Session("o", "t", "ada", List.of("__Host-atelier=s3cret")).toString());
    }
}
