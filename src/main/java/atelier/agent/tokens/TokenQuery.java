package atelier.agent.tokens;

import atelier.agent.server.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a token in the metadata service's protocol, or in App Service's, which differs in one header and which Go's
 * libraries (azcopy, terraform) need, because they cannot be told another host for the first.
 *
 * <p>https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#get-a-token-using-http
 * and https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference
 *
 * @param clientId the identity that is asked for; absent when any will do
 */
record TokenQuery(String audience, Optional<String> clientId) {
    static final String PATH = "/metadata/identity/oauth2/token";

    private static final String API_VERSION = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final int LONGEST_AUDIENCE = 200;

    /** Names of an identity other than its client id, in all their spellings. */
    private static final List<String> OTHER_NAMES = List.of("object_id", "principal_id", "mi_res_id", "msi_res_id");

    static TokenQuery of(Request request) throws Refusal {
        requireHeaders(request);
        Map<String, String> parameters = parameters(request.query());
        requireVersion(parameters);
        return new TokenQuery(audience(parameters), clientId(parameters));
    }

    // A server that is tricked into fetching an address (SSRF) can neither set the header nor leave out the other one.
    private static void requireHeaders(Request request) throws Refusal {
        boolean metadata = request.header("Metadata").filter(value -> value.equalsIgnoreCase("true")).isPresent();
        boolean appService = request.header("X-IDENTITY-HEADER").isPresent();
        if (!metadata && !appService) {
            throw Refusal.invalid("Required metadata header not specified: Metadata: true");
        }
        if (!request.headers("X-Forwarded-For").isEmpty()) {
            throw Refusal.invalid("A request that was forwarded (X-Forwarded-For) gets no token");
        }
        // A web page whose name was made to mean this address (DNS rebinding) carries that name.
        if (request.header("Host").filter(host -> host.matches("(127\\.0\\.0\\.1|localhost)(:[0-9]+)?")).isEmpty()) {
            throw Refusal.invalid("The host must be 127.0.0.1 or localhost");
        }
    }

    private static Map<String, String> parameters(String query) throws Refusal {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            String[] parts = pair.split("=", 2);
            String name = decoded(parts[0]).toLowerCase(Locale.ROOT);
            if (parameters.put(name, parts.length == 2 ? decoded(parts[1]) : "") != null) {
                throw Refusal.invalid("The parameter " + name + " is there twice");
            }
        }
        return parameters;
    }

    private static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalid("The query is not encoded as a query should be");
        }
    }

    private static void requireVersion(Map<String, String> parameters) throws Refusal {
        if (!parameters.getOrDefault("api-version", "").matches(API_VERSION)) {
            throw Refusal.invalid("The parameter api-version is missing or no date such as 2018-02-01");
        }
    }

    private static String audience(Map<String, String> parameters) throws Refusal {
        String audience = parameters.getOrDefault("resource", "");
        if (audience.isEmpty()) {
            throw Refusal.invalid("The parameter resource is missing");
        }
        if (audience.length() > LONGEST_AUDIENCE) {
            throw Refusal.invalid("The parameter resource is longer than " + LONGEST_AUDIENCE + " characters");
        }
        return audience;
    }

    private static Optional<String> clientId(Map<String, String> parameters) throws Refusal {
        for (String other : OTHER_NAMES) {
            if (parameters.containsKey(other)) {
                throw Refusal.invalid("Identity not found: on a workstation it is named by client_id, not by " + other);
            }
        }
        return Optional.ofNullable(parameters.get("client_id")).map(id -> id.toLowerCase(Locale.ROOT));
    }
}
