package atelier.sandbox.signin;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.http.Answer;
import atelier.sandbox.http.Endpoint;
import atelier.sandbox.http.Request;
import atelier.sandbox.http.WebServer;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands at login.microsoftonline.com: Entra's paths, the page to choose a user from, and the judgement of client
 * assertions; everything else is the identity provider's.
 */
public final class SignInEndpoint implements Endpoint {
    /** The host name of Entra ID. */
    public static final String HOST = "login.microsoftonline.com";

    private static final Pattern TENANT = Pattern.compile("/([0-9a-f-]{36})(/.*)");
    /** Entra's paths and the identity provider's for the same; both are taken. */
    private static final Map<String, String> PATHS = Map.of(
            "/oauth2/v2.0/authorize", "/v2.0/authorize",
            "/oauth2/v2.0/token", "/v2.0/token",
            "/oauth2/v2.0/logout", "/v2.0/endsession",
            "/discovery/v2.0/keys", "/v2.0/jwks");

    private final Cloud cloud;
    private final IdentityProvider provider;
    private final ClientAssertions assertions;

    public SignInEndpoint(Cloud cloud, Tokens tokens, IdentityProvider provider) {
        this.cloud = cloud;
        this.provider = provider;
        this.assertions = new ClientAssertions(cloud, tokens);
    }

    @Override
    public Answer answer(Request request) {
        Matcher path = TENANT.matcher(request.path());
        if (!path.matches() || !path.group(1).equals(cloud.subscription().tenantId())) {
            return error(400, "invalid_tenant", "AADSTS90002: Tenant '%s' not found.".formatted(request.path()));
        }
        String asked = PATHS.getOrDefault(path.group(2), path.group(2));
        if (request.method().equals("GET") && asked.equals("/v2.0/authorize")) {
            return signInPage(request);
        } else if (request.method().equals("POST") && asked.equals("/v2.0/token")) {
            return token(request, "/" + path.group(1) + asked);
        }
        return provider.forward(request, "/" + path.group(1) + asked + "?" + form(request.query()), request.body());
    }

    private Answer signInPage(Request request) {
        String clientId = request.parameter("client_id").orElse("");
        if (cloud.directory().application(clientId).isEmpty()) {
            return error(400, "unauthorized_client", "AADSTS700016: Application with identifier '%s' was not found in the "
                    .formatted(clientId) + "directory '%s'.".formatted(cloud.subscription().tenantId()));
        }
        return Answer.html(200, SignInPage.of(Choice.people(cloud), Choice.broken(cloud)));
    }

    private Answer token(Request request, String path) {
        Map<String, String> form = new LinkedHashMap<>(WebServer.query(request.text()));
        Optional<String> refusal = assertions.refusal(form);
        if (refusal.isPresent()) {
            return error(401, "invalid_client", refusal.get());
        }
        form.put("client_assertion", assertions.readable(form.get("client_id")));
        return provider.forward(request, path, form(form).getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer error(int status, String code, String description) {
        return Answer.json(status, JsonNodeFactory.instance.objectNode()
                .put("error", code)
                .put("error_description", description));
    }
}
