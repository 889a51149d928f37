package atelier.sandbox.http;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Machine;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The metadata service of one machine, as a process on the machine sees it at 169.254.169.254. It reads the cloud at every
 * request, so what is deployed counts from the next one on.
 *
 * @see <a href="https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service">the service</a>
 */
public final class MetadataEndpoint implements Endpoint {
    private static final String INSTANCE = "/metadata/instance";
    private static final String TOKEN = "/metadata/identity/oauth2/token";
    private static final Pattern VERSION = Pattern.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private final Cloud cloud;
    private final String machineId;
    private final MachineTokens tokens;

    /** @param machineId whose metadata it is; after a re-image another machine has the same id */
    public MetadataEndpoint(Cloud cloud, String machineId, Tokens tokens) {
        this.cloud = cloud;
        this.machineId = machineId;
        this.tokens = new MachineTokens(tokens, cloud.subscription().tenantId());
    }

    @Override
    public Answer answer(Request request) {
        String path = request.path().replaceFirst("/+$", "");
        if (!path.startsWith("/metadata")) {
            return Answer.empty(404);
        }
        Optional<Answer> refusal = refusal(request);
        Optional<Machine> machine = cloud.machineWithId(machineId);
        if (refusal.isPresent()) {
            return refusal.get();
        } else if (machine.isEmpty()) {
            return bad(410, "Gone", "The machine '" + machineId + "' is not deployed any more.");
        } else if (path.equals(TOKEN)) {
            return tokens.answer(request, machine.get());
        } else if (path.equals(INSTANCE) || path.startsWith(INSTANCE + "/")) {
            return instance(new InstanceMetadata(cloud, machine.get()).document(), path.substring(INSTANCE.length()), request);
        }
        return bad(404, "Not found", "");
    }

    /** What keeps out requests that a browser or a proxy was tricked into. */
    private static Optional<Answer> refusal(Request request) {
        if (!request.method().equals("GET")) {
            return Optional.of(bad(405, "Method not allowed", ""));
        }
        boolean metadata = request.header("Metadata").filter("true"::equalsIgnoreCase).isPresent();
        if (!metadata || request.header("X-Forwarded-For").isPresent()) {
            return Optional.of(bad(400, "invalid_request", "Required metadata header not specified or not correct"));
        }
        Optional<String> version = request.parameter("api-version");
        if (version.filter(text -> VERSION.matcher(text).matches()).isEmpty()) {
            String message = version.isPresent() ? "api-version is invalid" : "api-version was not specified in the request";
            Answer answer = bad(400, "Bad request. " + message + ". For more information refer to aka.ms/azureimds", "");
            return Optional.of(answer);
        }
        return Optional.empty();
    }

    /** The document, or what of it a path names: texts as they are, everything else as JSON. */
    private static Answer instance(ObjectNode document, String pointer, Request request) {
        JsonNode found = document.at(pointer);
        if (found.isMissingNode()) {
            return bad(404, "Not found", "");
        }
        boolean text = request.parameter("format").filter("text"::equalsIgnoreCase).isPresent();
        if (found.isValueNode()) {
            return Answer.text(200, found.asText());
        }
        return text ? Answer.text(200, String.join("\n", keys(found))) : Answer.json(200, found);
    }

    private static Iterable<String> keys(JsonNode node) {
        return node::fieldNames;
    }

    static Answer bad(int status, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error);
        return Answer.json(status, description.isEmpty() ? body : body.put("error_description", description));
    }
}
