package atelier.rehearsal;

import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/**
 * Pages of other sites that let the browser of somebody who is signed in change something (CSRF), and pages that show it in
 * frames.
 */
@ExtendWith(DevWorkstation.class)
class OriginAttacksRehearsal {
    private static final String EVIL = "Origin: https://evil.example";
    private static final String HOLD = "{\"hours\":1}";

    static final List<Attack<Visitor>> ATTACKS = List.of(
            change("another site holds the workstation", "POST", "/atelier/hold", "403", EVIL),
            change("a frame without an origin holds the workstation", "POST", "/atelier/hold", "403", "Origin: null"),
            change("a form that hides its origin holds the workstation", "POST", "/atelier/hold", "403",
                    "Sec-Fetch-Site: cross-site"),
            change("a workstation beside it holds it", "POST", "/atelier/hold", "403", "Sec-Fetch-Site: same-site"),
            change("another site ends a hold", "DELETE", "/atelier/hold", "403", EVIL),
            change("a link holds the workstation", "GET", "/atelier/hold", "404"),
            change("a link that says it is a form", "GET", "/atelier/hold", "404", "X-HTTP-Method-Override: POST"),
            change("a form in an address", "GET", "/atelier/hold?_method=POST&hours=1", "404"),
            change("another site writes a file", "PUT", "/api/contents/x.ipynb", "403", EVIL),
            change("another site deletes a file", "DELETE", "/api/contents/x.ipynb", "403", EVIL),
            change("another site starts a kernel", "POST", "/api/kernels", "403", EVIL),
            change("another site opens a terminal", "POST", "/api/terminals", "403", EVIL),
            change("another site changes what is open in VS Code", "POST", "/code/mint-key", "403", EVIL),
            change("another site calls R", "POST", "/rstudio/rpc/client_init", "403", EVIL),
            change("another site's page that tells no origin starts a kernel", "POST", "/api/kernels", "403",
                    "Sec-Fetch-Site: cross-site"),
            change("a page that knows no token of Jupyter's starts a kernel", "POST", "/api/kernels", "403"),
            change("another site signs somebody out", "POST", "/oauth2/sign_out", "403", EVIL),
            change("a link signs somebody out", "GET", "/oauth2/sign_out", "405"),
            change("a picture signs somebody out", "HEAD", "/oauth2/sign_out", "405"),
            read("another site's script reads the status", "/atelier/status", "200"),
            read("another site's script reads a file", "/api/contents", "404"),
            framed("another site shows the home page in a frame", "/atelier/", "DENY", "frame-ancestors 'none'"),
            framed("another site shows JupyterLab in a frame", "/lab", "DENY", "frame-ancestors 'none'"),
            framed("another site shows VS Code in a frame", "/code/", "SAMEORIGIN", "frame-ancestors 'self'"),
            framed("another site shows RStudio in a frame", "/rstudio/", "SAMEORIGIN", "frame-ancestors 'self'"));

    @TestFactory
    Stream<DynamicTest> noOtherSiteDoesAnything(Workstation workstation) {
        return Attack.tests(ATTACKS, Visitor.signedIn(workstation, "ada"));
    }

    @Test
    void itsOwnPagesHoldItAndNobodyHasBefore(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        assertEquals("", ada.get("/atelier/status").json().at("/idle/heldUntil").asText(""));
        String[] own = {"Origin: " + workstation.origin(), "Sec-Fetch-Site: same-origin", "Content-Type: application/json"};
        Reply held = ada.request("POST", "/atelier/hold", HOLD, own);
        assertAnswer("200", held);
        assertEquals("held", held.json().at("/idle/state").asText());
        assertAnswer("200", ada.request("DELETE", "/atelier/hold", "", own));
    }

    private static Attack<Visitor> change(String name, String method, String path, String answer, String... headers) {
        String body = method.equals("POST") || method.equals("PUT") ? HOLD : "";
        return new Attack<>(name, ada -> assertAnswer(answer, ada.copy().request(method, path, body, headers)));
    }

    /** The browser keeps the answer from the script, unless the workstation allows it. */
    private static Attack<Visitor> read(String name, String path, String answer) {
        return new Attack<>(name, ada -> {
            Reply reply = ada.copy().get(path, EVIL);
            assertAnswer(answer, reply);
            assertEquals(List.of(), reply.headers("Access-Control-Allow-Origin"));
            assertEquals(List.of(), reply.headers("Access-Control-Allow-Credentials"));
        });
    }

    private static Attack<Visitor> framed(String name, String path, String options, String policy) {
        return new Attack<>(name, ada -> {
            Reply reply = ada.copy().get(path);
            assertEquals(List.of(options), reply.headers("X-Frame-Options"), reply.head());
            assertEquals(true, reply.headers("Content-Security-Policy").stream().anyMatch(it -> it.endsWith(policy)),
                    reply.head());
        });
    }
}
