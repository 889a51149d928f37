package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.authorize.Decision.Reason;
import atelier.agent.machine.Documents;
import atelier.agent.machine.MachineFile;
import atelier.agent.server.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pure: what people read who were refused. */
final class RefusalPageTest {
    private static final Session ADA = new Session(Documents.OWNER, Documents.TENANT, "ada@example.com", List.of());

    private final RefusalPage page = new RefusalPage(Documents::personal);

    @Test
    void namesThePermissionTheWorkspaceTheAccountAndWhomToAsk() {
        Response response = page.of(ADA, Decision.of(Reason.NO_PERMISSION));
        assertEquals(403, response.status());
        for (String expected : List.of(
                "<dt>Signed in as</dt><dd><code>ada@example.com</code></dd>",
                "<dt>Object id</dt><dd><code>" + Documents.OWNER + "</code></dd>",
                "<dt>Workstation</dt><dd><code>ada</code></dd>",
                "<dt>Missing permission</dt><dd><code>"
                        + "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action</code></dd>",
                "<dt>On the workspace</dt><dd><code>" + Documents.personal().access().workspaceId() + "</code></dd>",
                "<a href=\"mailto:ml-platform@example.com\">ml-platform@example.com</a>",
                "<form method=\"post\" action=\"/oauth2/sign_out\">")) {
            assertTrue(response.body().contains(expected), expected);
        }
    }

    @Test
    void whereNoPermissionIsMissingNoneIsNamed() {
        for (Reason reason : List.of(Reason.NOT_OWNER, Reason.OTHER_TENANT, Reason.UNKNOWN_RIGHTS)) {
            assertFalse(page.of(ADA, Decision.of(reason)).body().contains("Missing permission"), reason.name());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PERMISSION", "CONDITIONAL", "NOT_OWNER", "OTHER_TENANT"})
    void whatOnlyARoleMendsIsForbidden(Reason reason) {
        assertEquals(403, page.of(ADA, Decision.of(reason)).status());
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_RIGHTS", "UNKNOWN_MACHINE"})
    void whatPassesIsUnavailable(Reason reason) {
        Response response = page.of(ADA, Decision.of(reason));
        assertEquals(503, response.status());
        assertTrue(response.body().contains("Try again in a minute."));
    }

    @Test
    void whoeverSignsInCannotWriteIntoThePage() {
        Session evil = new Session(Documents.OWNER, Documents.TENANT, "<script>alert('1')</script>&\"", List.of());
        String body = page.of(evil, Decision.of(Reason.NO_PERMISSION)).body();
        assertFalse(body.contains("<script>"));
        assertTrue(body.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;"));
    }

    @Test
    void thePageRunsNothing() {
        String policy = page.signedOut().headers().get("Content-Security-Policy").get(0);
        assertTrue(policy.matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; "
                + "frame-ancestors 'none'; base-uri 'none'"), policy);
        assertEquals(List.of("text/html; charset=utf-8"), page.signedOut().headers().get("Content-Type"));
    }

    @Test
    void beforeTheDocumentIsThereThePageIsShorter() {
        RefusalPage early = new RefusalPage(new MachineFile(Path.of("does", "not", "exist"), line -> {})::current);
        String body = early.of(ADA, Decision.of(Reason.UNKNOWN_MACHINE)).body();
        assertTrue(body.contains("<dt>Workstation</dt><dd><code>not known yet</code></dd>"));
        assertFalse(body.contains("mailto:"));
    }
}
