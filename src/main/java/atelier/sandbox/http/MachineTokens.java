package atelier.sandbox.http;

import atelier.sandbox.cloud.Machine;
import atelier.sandbox.token.Grant;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tokens of the identities that are attached to a machine. Like Azure it asks no process who it is.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">the protocol</a>
 */
final class MachineTokens {
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final String INVALID = "invalid_request";
    private final Tokens tokens;
    private final String tenantId;

    MachineTokens(Tokens tokens, String tenantId) {
        this.tokens = tokens;
        this.tenantId = tenantId;
    }

    Answer answer(Request request, Machine machine) {
        Optional<String> resource = request.parameter("resource").filter(text -> !text.isBlank());
        List<Machine.Identity> named = named(request, machine.identities());
        if (resource.isEmpty()) {
            return MetadataEndpoint.bad(400, INVALID, "Required query variable 'resource' is missing");
        } else if (named.isEmpty()) {
            return MetadataEndpoint.bad(400, INVALID, "Identity not found");
        } else if (named.size() > 1) {
            return MetadataEndpoint.bad(
                    400,
                    INVALID,
                    "Multiple user assigned identities exist, please specify the clientId / resourceId of the identity in the "
                            + "token request");
        }
        return Answer.json(200, token(named.get(0), resource.get()));
    }

    /** The attached identities that the request can mean. */
    private static List<Machine.Identity> named(Request request, List<Machine.Identity> attached) {
        Optional<String> resourceId = Stream.of("msi_res_id", "mi_res_id").flatMap(name -> request.parameter(name).stream())
                .findFirst();
        return attached.stream()
                .filter(identity -> means(request.parameter("client_id"), identity.clientId()))
                .filter(identity -> means(request.parameter("object_id"), identity.principalId()))
                .filter(identity -> means(resourceId, identity.id()))
                .toList();
    }

    private static boolean means(Optional<String> asked, String id) {
        return asked.isEmpty() || asked.get().equalsIgnoreCase(id);
    }

    private ObjectNode token(Machine.Identity identity, String resource) {
        Grant grant = new Grant(
                resource,
                identity.principalId(),
                identity.clientId(),
                tenantId,
                Map.of("idtyp", "app", "xms_mirid", identity.id()));
        long expires = Instant.now().plus(LIFETIME).getEpochSecond();
        String seconds = Long.toString(LIFETIME.toSeconds());
        // All numbers are texts, as in the real answer.
        return JsonNodeFactory.instance.objectNode()
                .put("access_token", tokens.issue(grant, LIFETIME))
                .put("client_id", identity.clientId())
                .put("expires_in", seconds)
                .put("expires_on", Long.toString(expires))
                .put("ext_expires_in", seconds)
                .put("not_before", Long.toString(expires - LIFETIME.toSeconds()))
                .put("resource", resource)
                .put("token_type", "Bearer");
    }
}
