package atelier.agent.tokens;

import atelier.agent.server.Response;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An error in the forms of the metadata service and of App Service at once, which clients know how to show. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** The request is not one that the metadata service would take. */
    static Refusal invalid(String message) {
        return new Refusal(400, "invalid_request", message);
    }

    /** The request asks for something that is not given here. */
    static Refusal audience(String message) {
        return new Refusal(400, "invalid_resource", message);
    }

    static Refusal notFound(String message) {
        return new Refusal(404, "not_found", message);
    }

    static Refusal method() {
        return new Refusal(405, "method_not_allowed", "Only GET is allowed");
    }

    static Refusal tooMany() {
        return new Refusal(429, "too_many_requests", "Too many requests; try again in a second");
    }

    /** Azure's own metadata service said no, or nothing; clients know which statuses are passing. */
    static Refusal upstream(int status, String message) {
        return new Refusal(status, "unavailable", message);
    }

    Response response() {
        String body = JsonNodeFactory.instance.objectNode()
                .put("error", code)
                .put("error_description", getMessage())
                .put("statusCode", status)
                .put("message", getMessage())
                .toString();
        Response response = Response.of(status, "application/json", body);
        return status == 429 ? response.with("Retry-After", "1") : response;
    }
}
