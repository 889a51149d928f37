package atelier.agent.watch;

import atelier.agent.server.Request;
import atelier.agent.server.Response;
import atelier.agent.watch.health.Part;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The watch over HTTP, behind nginx, which lets only signed-in people through and says who they are: {@code GET /status},
 * {@code POST} and {@code DELETE /hold}; and {@code GET /health} for everybody, which tells no details.
 */
final class WatchApi implements Function<Request, Response> {
    private static final String BODY = "the body has to be {\"hours\": <whole number>}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Watch watch;

    WatchApi(Watch watch) {
        this.watch = watch;
    }

    @Override
    public Response apply(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET /status" -> json(200, StatusJson.whole(watch.status()));
            case "GET /health" -> health();
            case "POST /hold" -> forUser(request, this::hold);
            case "DELETE /hold" -> forUser(request, this::release);
            default -> refused(404, "there are GET /status, GET /health, POST /hold and DELETE /hold");
        };
    }

    private Response health() {
        boolean isWell = watch.status().health().status() == Part.Status.HEALTHY;
        return json(isWell ? 200 : 503, StatusJson.word(watch.status().health()));
    }

    /** What a signed-in person asks for. */
    private interface Wish {
        Response of(Request request, String user);
    }

    // The proxy sets the user from the session and clears what a client sends; a page of another origin is refused all the same.
    private Response forUser(Request request, Wish wish) {
        String own = "https://" + request.header("Host").orElse("");
        if (request.headers("Origin").stream().anyMatch(origin -> !origin.equals(own))) {
            return refused(403, "only pages of this workstation may do this");
        }
        Optional<String> user = request.header("X-Atelier-User").filter(name -> !name.isBlank());
        if (user.isEmpty()) {
            return refused(401, "nobody is signed in");
        }
        return watch.isStopping()
                ? refused(409, "it is too late: Azure stops this workstation; start it again in some minutes")
                : wish.of(request, user.get());
    }

    private Response hold(Request request, String user) {
        OptionalInt hours = hours(request.body());
        if (hours.isEmpty()) {
            return refused(400, BODY);
        }
        try {
            return json(200, StatusJson.whole(watch.hold(hours.getAsInt(), user)));
        } catch (IllegalArgumentException outOfBounds) {
            return refused(400, outOfBounds.getMessage());
        }
    }

    private Response release(Request request, String user) {
        return json(200, StatusJson.whole(watch.release(user)));
    }

    private static OptionalInt hours(String body) {
        try {
            JsonNode asked = JSON.readTree(body);
            JsonNode hours = asked.path("hours");
            return asked.size() == 1 && hours.isIntegralNumber() && hours.canConvertToInt()
                    ? OptionalInt.of(hours.intValue())
                    : OptionalInt.empty();
        } catch (JsonProcessingException malformed) {
            return OptionalInt.empty();
        }
    }

    private static Response refused(int status, String message) {
        return json(status, StatusJson.error(message));
    }

    private static Response json(int status, ObjectNode body) {
        return Response.of(status, "application/json", body + "\n");
    }
}
