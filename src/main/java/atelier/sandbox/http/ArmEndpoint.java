package atelier.sandbox.http;

import atelier.sandbox.access.CloudAccess;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.token.Caller;
import atelier.sandbox.token.InvalidToken;
import atelier.sandbox.token.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Azure Resource Manager over HTTP: reads, lists, actions and who may do what. Creating, changing and deleting is done with
 * {@code sandbox/pulumi}, and a request for it is told so.
 *
 * <p>A request is judged in ARM's order: token, API version, permission, existence.
 */
public final class ArmEndpoint implements Endpoint {
    /** What a token for ARM may name as its audience. */
    public static final List<String> AUDIENCES = List.of(
            "https://management.core.windows.net/",
            "https://management.core.windows.net",
            "https://management.azure.com/",
            "https://management.azure.com");

    private static final String SUBSCRIPTION = "/subscriptions/[^/]+";
    private static final String AUTHORIZATION = "/providers/Microsoft\\.Authorization/";

    private final Cloud cloud;
    private final Tokens tokens;
    private final List<Route> routes;

    /** What answers requests for paths of one form. */
    @FunctionalInterface
    private interface Handler {
        Answer answer(Call call, Matcher path) throws ArmError;
    }

    private record Route(String method, Pattern path, Handler handler) {
        static Route get(String path, Handler handler) {
            return new Route("GET", Pattern.compile(path, Pattern.CASE_INSENSITIVE), handler);
        }

        static Route post(String path, Handler handler) {
            return new Route("POST", Pattern.compile(path, Pattern.CASE_INSENSITIVE), handler);
        }
    }

    public ArmEndpoint(Cloud cloud, Tokens tokens, Clock clock) {
        this.cloud = cloud;
        this.tokens = tokens;
        AuthorizationResources authorization = new AuthorizationResources(cloud);
        Resources resources = new Resources(cloud, new LongRunning(clock), new Faults(cloud.faults()));
        this.routes = List.of(
                Route.get("/subscriptions", (call, path) -> resources.subscriptions(call)),
                Route.get("(" + SUBSCRIPTION + ")", (call, path) -> resources.subscription(call, path.group(1))),
                Route.get("(.*)" + AUTHORIZATION + "permissions", (call, path) -> authorization.permissions(call, path.group(1))),
                Route.get("(.*)" + AUTHORIZATION + "roleAssignments",
                        (call, path) -> authorization.assignments(call, path.group(1))),
                Route.get("(.*)" + AUTHORIZATION + "roleAssignments/([^/]+)",
                        (call, path) -> authorization.assignment(call, path.group(1), path.group(2))),
                Route.get("(.*)" + AUTHORIZATION + "roleDefinitions",
                        (call, path) -> authorization.definitions(call, path.group(1))),
                Route.get("(.*)" + AUTHORIZATION + "roleDefinitions/([^/]+)",
                        (call, path) -> authorization.definition(call, path.group(1), path.group(2))),
                Route.get(SUBSCRIPTION + "/providers/Microsoft\\.Compute/locations/[^/]+/operations/([^/]+)",
                        (call, path) -> resources.operation(call, path.group(1))),
                Route.get("(" + SUBSCRIPTION + ")/resourceGroups",
                        (call, path) -> resources.list(call, path.group(1), Resources.GROUPS)),
                Route.get("(" + SUBSCRIPTION + "(?:/resourceGroups/[^/]+)?)/providers/([^/]+/[^/]+)",
                        (call, path) -> resources.list(call, path.group(1), path.group(2))),
                Route.get("(.*/providers/Microsoft\\.Compute/virtualMachines/[^/]+)/instanceView",
                        (call, path) -> resources.instanceView(call, path.group(1))),
                Route.get("(/.+)", (call, path) -> resources.get(call, path.group(1))),
                Route.post("(/.+)/([^/]+)", (call, path) -> resources.post(call, path.group(1), path.group(2))));
    }

    @Override
    public Answer answer(Request request) {
        try {
            Call call = new Call(request, caller(request), CloudAccess.of(cloud));
            if (request.parameter("api-version").isEmpty()) {
                throw new ArmError(
                        400,
                        "MissingApiVersionParameter",
                        "The api-version query parameter (?api-version=) is required for all requests.");
            }
            return route(call);
        } catch (InvalidToken invalid) {
            return Answer.error(401, invalid.code(), invalid.getMessage())
                    .with("WWW-Authenticate", challenge("invalid_token", invalid.getMessage()));
        } catch (ArmError refusal) {
            Answer answer = Answer.error(refusal.http(), refusal.code(), refusal.message());
            return switch (refusal.http()) {
                case 401 -> answer.with("WWW-Authenticate", challenge("invalid_token", refusal.message()));
                case 429, 503 -> answer.with("Retry-After", "1");
                default -> answer;
            };
        }
    }

    private Caller caller(Request request) throws ArmError, InvalidToken {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty() || !header.get().regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new ArmError(
                    401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
        }
        return tokens.verify(header.get().substring(7).strip(), AUDIENCES);
    }

    private String challenge(String error, String description) {
        return "Bearer authorization_uri=\"https://login.microsoftonline.com/%s\", error=\"%s\", error_description=\"%s\""
                .formatted(cloud.subscription().tenantId(), error, description);
    }

    private Answer route(Call call) throws ArmError {
        for (Route route : routes) {
            Matcher path = route.path().matcher(call.request().path().replaceFirst("/+$", ""));
            if (route.method().equals(call.request().method()) && path.matches()) {
                return route.handler().answer(call, path);
            }
        }
        throw new ArmError(
                405,
                "MethodNotAllowed",
                "The sandbox takes no %s over HTTP: create, change and delete resources with sandbox/pulumi."
                        .formatted(call.request().method()));
    }
}
