package atelier.agent.authorize;

import atelier.agent.authorize.Decision.Reason;
import atelier.agent.machine.DocumentUnavailable;
import atelier.agent.machine.MachineDocument;
import atelier.agent.server.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page for people who were refused: which permission is missing, on what, as whom they are signed in, and whom to ask. */
final class RefusalPage {
    private static final String STYLE = "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem}"
            + "code{overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .75rem}";
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; frame-ancestors 'none'; base-uri 'none'";
    // A form, because nginx lets no link sign people out; it goes on to the directory's own page, which ends that session too.
    private static final String SIGN_OUT = "<form method=\"post\" action=\"/oauth2/sign_out\">"
            + "<button>Sign out, to sign in with another account</button></form>\n";
    private static final String SIGN_IN = "/oauth2/start?rd=%2Fatelier%2F";

    private final Gate.Machine machine;

    RefusalPage(Gate.Machine machine) {
        this.machine = machine;
    }

    /** For a signed-in person. */
    Response of(Session session, Decision decision) {
        if (decision.allowed()) {
            return page(200, "You may open this workstation", "<p><a href=\"/atelier/\">Open it.</a></p>");
        }
        int status = decision.reason().passing() ? 503 : 403;
        String content = sentence(decision.reason()) + details(session, decision.reason());
        return page(status, "You may not open this workstation", content);
    }

    /** For someone whose session has ended in between. */
    Response signedOut() {
        return page(401, "You are not signed in", "<p><a href=\"" + SIGN_IN + "\">Sign in.</a></p>");
    }

    /** For someone whose session could not be looked up. */
    Response unknownSession() {
        return page(503, "Nobody can sign in at the moment",
                "<p>This workstation could not look up your session. Try again in a minute.</p>");
    }

    private static String sentence(Reason reason) {
        return "<p>" + switch (reason) {
            case OTHER_TENANT -> "You are signed in with an account of another directory than this workstation's.";
            case NOT_OWNER -> "This workstation belongs to someone else. Only its owner and administrators open it.";
            case UNKNOWN_RIGHTS -> "Azure could not be asked what you may do. Try again in a minute.";
            case UNKNOWN_MACHINE -> "This workstation is still starting. Try again in a minute.";
            case CONDITIONAL -> "Your role allows to open applications only under a condition, and workstations do not evaluate "
                    + "conditions. You need a role assignment without one.";
            default -> "Your account has no role that allows to open applications. A new role counts within a few minutes.";
        } + "</p>\n";
    }

    private String details(Session session, Reason reason) {
        StringBuilder list = new StringBuilder("<dl>\n").append(item("Signed in as", session.userName()))
                .append(item("Object id", session.objectId()));
        try {
            MachineDocument document = machine.current();
            list.append(item("Workstation", document.workstation()));
            if (reason == Reason.NO_PERMISSION || reason == Reason.CONDITIONAL) {
                list.append(item("Missing permission", Operation.OPEN.id()))
                        .append(item("On the workspace", document.access().workspaceId()));
            }
            String contact = escaped(document.access().contact());
            list.append("<dt>Whom to ask</dt><dd><a href=\"mailto:" + contact + "\">" + contact + "</a></dd>\n");
        } catch (DocumentUnavailable unknown) {
            list.append(item("Workstation", "not known yet"));
        }
        return list + "</dl>\n" + SIGN_OUT;
    }

    private static String item(String term, String value) {
        return "<dt>" + term + "</dt><dd><code>" + escaped(value) + "</code></dd>\n";
    }

    private static Response page(int status, String title, String content) {
        String html = "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>" + title + "</title>"
                + "<style>" + STYLE + "</style></head>\n<body>\n<h1>" + title + "</h1>\n" + content + "</body>\n</html>\n";
        return Response.of(status, "text/html", html).with("Content-Security-Policy", POLICY);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
