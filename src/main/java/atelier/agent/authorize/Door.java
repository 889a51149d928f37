package atelier.agent.authorize;

import atelier.agent.server.AuditLog;
import atelier.agent.server.Request;
import atelier.agent.server.Response;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers nginx: {@code GET /authorize} with 204, 401 or 403 for each request of a browser, and {@code GET /refused} with the
 * page for people who were refused. It looks at nothing but the cookie; method and path are for the audit line only.
 */
final class Door implements Function<Request, Response> {
    static final String OBJECT_ID = "X-Atelier-Object-Id";
    static final String USER = "X-Atelier-User";
    static final String ORIGINAL_METHOD = "X-Original-Method";
    static final String ORIGINAL_URI = "X-Original-URI";

    // Browsers send at most this for one site; nginx's own limit for a header line is below it.
    private static final int LONGEST_COOKIE = 32 * 1024;
    private static final int LONGEST_METHOD = 20;

    private final Sessions sessions;
    private final Judge judge;
    private final RefusalPage page;
    private final AuditLog audit;
    private final Consumer<String> log;

    /** Whose session a cookie is; absent when it is nobody's. */
    @FunctionalInterface
    interface Sessions {
        Optional<Session> session(String cookie) throws IOException;
    }

    /** Whether a signed-in person may open the workstation. */
    @FunctionalInterface
    interface Judge {
        Decision decide(Session session);
    }

    /** @param log receives a line for each session that could not be looked up */
    Door(Sessions sessions, Judge judge, RefusalPage page, AuditLog audit, Consumer<String> log) {
        this.sessions = sessions;
        this.judge = judge;
        this.page = page;
        this.audit = audit;
        this.log = log;
    }

    @Override
    public Response apply(Request request) {
        if (!request.method().equals("GET") || !request.body().isEmpty()) {
            return Response.of(405).with("Allow", "GET");
        }
        return switch (request.path()) {
            case "/authorize" -> authorize(request);
            case "/refused" -> refused(request);
            default -> Response.of(404);
        };
    }

    private Response authorize(Request request) {
        try {
            Optional<Session> session = session(request);
            if (session.isEmpty()) {
                audit.write(line -> describe(line, request).put("decision", "refused").put("reason", "not signed in"));
                return Response.of(401);
            }
            return decided(request, session.get(), judge.decide(session.get()));
        } catch (IOException unknown) {
            log.accept("the session is not known: " + unknown.getMessage());
            audit.write(line -> describe(line, request).put("decision", "refused").put("reason", "the session is not known"));
            return Response.of(403);
        }
    }

    private Response decided(Request request, Session session, Decision decision) {
        audit.write(line -> describe(line, request, session, decision));
        Response response = Response.of(decision.allowed() ? 204 : 403)
                .with(OBJECT_ID, session.objectId())
                .with(USER, printable(session.userName()));
        for (String cookie : session.setCookies()) {
            response = response.with("Set-Cookie", cookie);
        }
        return response;
    }

    private Response refused(Request request) {
        try {
            Optional<Session> session = session(request);
            return session.isPresent() ? page.of(session.get(), judge.decide(session.get())) : page.signedOut();
        } catch (IOException unknown) {
            return page.unknownSession();
        }
    }

    private Optional<Session> session(Request request) throws IOException {
        List<String> cookies = request.headers("Cookie");
        String cookie = String.join("; ", cookies);
        if (cookie.isBlank()) {
            return Optional.empty();
        }
        if (cookie.length() > LONGEST_COOKIE) {
            throw new IOException("the cookies are longer than " + LONGEST_COOKIE + " characters");
        }
        return sessions.session(cookie);
    }

    private static ObjectNode describe(ObjectNode line, Request request) {
        String method = request.header(ORIGINAL_METHOD).orElse("(unknown)");
        return line.put("method", method.substring(0, Math.min(method.length(), LONGEST_METHOD)))
                .put("path", AuditLog.path(request.header(ORIGINAL_URI).orElse("(unknown)")));
    }

    private static void describe(ObjectNode line, Request request, Session session, Decision decision) {
        line.put("objectId", session.objectId()).put("user", session.userName());
        describe(line, request)
                .put("decision", decision.allowed() ? "allowed" : "refused")
                .put("reason", decision.reason().words());
        decision.assignment().ifPresent(it -> line.put("role", it.role().name()).put("roleAssignment", it.id()));
    }

    // A header is one line of ASCII.
    private static String printable(String name) {
        return name.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
