package atelier.agent.tokens;

import atelier.agent.machine.AccessToken;
import atelier.agent.machine.DocumentUnavailable;
import atelier.agent.machine.MetadataException;
import atelier.agent.server.AuditLog;
import atelier.agent.server.RateLimit;
import atelier.agent.server.Request;
import atelier.agent.server.Response;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Gives users' programs tokens of the identity {@code notebook} for the services on the list, each with an audit line, and
 * refuses everything else in the metadata service's words. Of that service's other paths there is none: users' programs need
 * nothing of them, and the user data is the agent's.
 */
final class Broker implements Function<Request, Response> {
    private static final int LONGEST_SHOWN = 100;

    private final Audiences audiences;
    private final Identity notebook;
    private final Tokens tokens;
    private final Clients clients;
    private final RateLimit limit;
    private final AuditLog audit;
    private final Clock clock;

    /** The client id of the identity {@code notebook}. */
    @FunctionalInterface
    interface Identity {
        String clientId() throws DocumentUnavailable;
    }

    /** Where tokens come from. */
    @FunctionalInterface
    interface Tokens {
        AccessToken token(String audience, String clientId) throws IOException;
    }

    /** Whose process is at the other end of a connection, by its port; absent when it cannot be known. */
    @FunctionalInterface
    interface Clients {
        OptionalInt user(int clientPort);
    }

    Broker(
            Audiences audiences,
            Identity notebook,
            Tokens tokens,
            Clients clients,
            RateLimit limit,
            AuditLog audit,
            Clock clock) {
        this.audiences = audiences;
        this.notebook = notebook;
        this.tokens = tokens;
        this.clients = clients;
        this.limit = limit;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Response apply(Request request) {
        try {
            AccessToken token = token(request);
            audit.write(line -> client(line, request)
                    .put("decision", "given")
                    .put("audience", token.audience())
                    .put("identity", token.clientId())
                    .put("until", token.expiresOn().toString()));
            return Response.of(200, "application/json", json(token).toString());
        } catch (Refusal refused) {
            audit.write(line -> client(line, request)
                    .put("decision", "refused")
                    .put("path", AuditLog.path(request.path()))
                    .put("reason", refused.getMessage()));
            return refused.response();
        }
    }

    private AccessToken token(Request request) throws Refusal {
        if (!limit.allows()) {
            throw Refusal.tooMany();
        }
        if (!request.path().equals(TokenQuery.PATH)) {
            throw Refusal.notFound("Of the metadata service only " + TokenQuery.PATH + " is offered on a workstation");
        }
        if (!request.method().equals("GET")) {
            throw Refusal.method();
        }
        TokenQuery query = TokenQuery.of(request);
        requireAudience(query.audience());
        return fetch(query.audience(), identity(query));
    }

    private void requireAudience(String audience) throws Refusal {
        if (!audiences.allows(audience)) {
            throw Refusal.audience("No token for " + shown(audience) + "; on a workstation there are tokens for " + audiences);
        }
    }

    private String identity(TokenQuery query) throws Refusal {
        try {
            String clientId = notebook.clientId();
            if (query.clientId().isPresent() && !query.clientId().get().equals(clientId)) {
                throw Refusal.invalid("Identity not found: users' programs have only the identity " + clientId);
            }
            return clientId;
        } catch (DocumentUnavailable notYet) {
            throw Refusal.upstream(503, "The workstation does not know its identities yet");
        }
    }

    private AccessToken fetch(String audience, String clientId) throws Refusal {
        try {
            return tokens.token(audience, clientId);
        } catch (MetadataException refused) {
            throw Refusal.upstream(refused.status(), refused.getMessage());
        } catch (IOException unreachable) {
            throw Refusal.upstream(503, "The metadata service cannot be reached");
        }
    }

    // Numbers are texts here, as in Azure.
    private ObjectNode json(AccessToken token) {
        long expires = token.expiresOn().getEpochSecond();
        return JsonNodeFactory.instance.objectNode()
                .put("access_token", token.value())
                .put("client_id", token.clientId())
                .put("expires_in", Long.toString(Duration.between(clock.instant(), token.expiresOn()).toSeconds()))
                .put("expires_on", Long.toString(expires))
                .put("resource", token.audience())
                .put("token_type", "Bearer");
    }

    private ObjectNode client(ObjectNode line, Request request) {
        clients.user(request.clientPort()).ifPresent(uid -> line.put("uid", uid));
        return line;
    }

    private static String shown(String audience) {
        return audience.length() <= LONGEST_SHOWN ? audience : audience.substring(0, LONGEST_SHOWN) + "...";
    }
}
