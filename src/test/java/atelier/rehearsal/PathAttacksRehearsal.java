package atelier.rehearsal;

import static atelier.rehearsal.Attack.SIGN_IN_FIRST;
import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** A stranger who writes addresses so that one part of the front takes them for a page without a guard and another does not. */
@ExtendWith(DevWorkstation.class)
class PathAttacksRehearsal {
    static final List<Attack<Visitor>> ATTACKS = List.of(
            get("dots behind the health page", "/atelier/health/../../lab", SIGN_IN_FIRST),
            get("encoded dots behind the health page", "/atelier/health/%2e%2e/%2e%2e/lab", SIGN_IN_FIRST),
            get("encoded slashes behind the health page", "/atelier/health/..%2f..%2flab", SIGN_IN_FIRST),
            get("an encoded hash sign behind the health page", "/atelier/health%23/../../lab", SIGN_IN_FIRST),
            get("an encoded question mark behind the health page", "/atelier/health%3f/../../lab", SIGN_IN_FIRST),
            get("something below the health page", "/atelier/health/status", SIGN_IN_FIRST),
            get("the health page in capitals", "/atelier/HEALTH", SIGN_IN_FIRST),
            get("the health page as a path parameter", "/lab;/atelier/health", SIGN_IN_FIRST),
            get("the health page as a query", "/lab?/atelier/health", SIGN_IN_FIRST),
            get("the health page as a fragment", "/lab#/atelier/health", SIGN_IN_FIRST),
            get("dots behind the sign-in", "/oauth2/../lab", SIGN_IN_FIRST),
            get("dots behind the start of the sign-in", "/oauth2/start/../../lab", SIGN_IN_FIRST),
            get("dots behind the files of the sign-in", "/oauth2/static/../../lab", SIGN_IN_FIRST),
            get("encoded dots behind the files of the sign-in", "/oauth2/static/%2e%2e%2f%2e%2e%2flab", SIGN_IN_FIRST),
            get("two slashes", "//lab", SIGN_IN_FIRST),
            get("two slashes and dots", "//oauth2//static//..//..//lab", SIGN_IN_FIRST),
            get("backslashes", "/oauth2\\static\\..\\..\\lab", SIGN_IN_FIRST),
            get("a backslash instead of the first slash", "\\lab", "400"),
            get("an encoded zero byte", "/atelier/health%00/../../lab", "400"),
            get("a zero byte", "/atelier/health\0/../../lab", "400"),
            get("a path that climbs above the root", "/../../etc/passwd", "400"),
            get("files beside the home page", "/atelier/..%2f..%2f..%2fetc/passwd", "400"),
            get("a path that is encoded twice", "/atelier/health%252f..%252f..%252flab", SIGN_IN_FIRST),
            get("the answer to the agent", "/oauth2/auth", "404"),
            get("the answer to the agent, encoded", "/oauth2/%61uth", "404"),
            get("the answer to the agent behind the files of the sign-in", "/oauth2/static/..%2fauth", "404"),
            get("the session's details", "/oauth2/userinfo", "404"),
            get("the front's own address of the guard", "/atelier/internal/authorize", "404"),
            get("the front's own address of the guard, with dots", "/atelier/health/../internal/authorize", "404"),
            get("the agent's decision", "/authorize", SIGN_IN_FIRST),
            get("the agent's page for people who were refused", "/refused", SIGN_IN_FIRST),
            get("the page of a health check of oauth2-proxy", "/ping", SIGN_IN_FIRST),
            get("the page of a readiness check of oauth2-proxy", "/ready", SIGN_IN_FIRST),
            get("the page for robots of oauth2-proxy", "/robots.txt", SIGN_IN_FIRST),
            get("the health page of oauth2-proxy below the sign-in", "/oauth2/ping", "404"),
            get("a health check of Google's (CVE-2026-34457)", "/lab", SIGN_IN_FIRST, "User-Agent: GoogleHC/1.0"),
            get("a health check of Kubernetes (CVE-2026-34457)", "/lab", SIGN_IN_FIRST, "User-Agent: kube-probe/1.30"),
            get("a health check that asks for the answer to the agent", "/oauth2/auth", "404", "User-Agent: GoogleHC/1.0"),
            raw("an absolute address", "GET https://HOST/lab HTTP/1.1\r\nHost: HOST", SIGN_IN_FIRST),
            raw("the absolute address of oauth2-proxy", "GET http://127.0.0.1:4180/oauth2/auth HTTP/1.1\r\nHost: HOST", "421"),
            raw("an absolute address and another host", "GET https://HOST/lab HTTP/1.1\r\nHost: evil.example", "421"),
            raw("another host", "GET /lab HTTP/1.1\r\nHost: evil.example", "421"),
            raw("the name as a part of another host", "GET /lab HTTP/1.1\r\nHost: HOST.evil.example", "421"),
            raw("the name at another port", "GET /lab HTTP/1.1\r\nHost: HOST:4180", "421"),
            raw("loopback as the host", "GET /lab HTTP/1.1\r\nHost: 127.0.0.1", "421"),
            raw("two hosts", "GET /lab HTTP/1.1\r\nHost: HOST\r\nHost: evil.example", "400"),
            raw("no host, in HTTP/1.0", "GET /lab HTTP/1.0", "421"),
            raw("no host, in HTTP/1.1", "GET /lab HTTP/1.1", "400"),
            raw("a tunnel to oauth2-proxy", "CONNECT 127.0.0.1:4180 HTTP/1.1\r\nHost: HOST", "400"),
            raw("the method TRACE, which would show cookies", "TRACE /lab HTTP/1.1\r\nHost: HOST", "405"),
            raw("a method of its own", "LAB /lab HTTP/1.1\r\nHost: HOST", "401"),
            greeting("a handshake without a name", ""),
            greeting("a handshake for another name", "evil.example"));

    @TestFactory
    Stream<DynamicTest> noAddressLeadsPastTheGuard(Workstation workstation) {
        return Attack.tests(ATTACKS, Visitor.stranger(workstation));
    }

    @Test
    void thePagesOpenForSomebodyWhoIsSignedInAndHealthForEverybody(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        Reply page = ada.get("/lab");
        assertEquals(200, page.status(), page.head());
        assertTrue(page.body().contains("JupyterLab"), page.body());
        assertEquals("accepted", ada.workstation().greeting(workstation.host()));
        Reply health = Visitor.stranger(workstation).get("/atelier/health");
        assertTrue(health.body().matches("\\{\"status\":\"[a-z]+\"\\}\n"), health.body());
    }

    private static Attack<Visitor> get(String name, String path, String answer, String... headers) {
        return new Attack<>(name, visitor -> assertAnswer(answer, visitor.copy().get(path, headers)));
    }

    /** HOST stands for the workstation's name. */
    private static Attack<Visitor> raw(String name, String head, String answer) {
        return new Attack<>(name, visitor -> assertAnswer(answer, visitor.workstation().send(
                head.replace("HOST", visitor.workstation().host()) + "\r\nConnection: close\r\n\r\n")));
    }

    private static Attack<Visitor> greeting(String name, String serverName) {
        return new Attack<>(name, visitor -> assertEquals(
                "Received fatal alert: unrecognized_name", visitor.workstation().greeting(serverName)));
    }
}
