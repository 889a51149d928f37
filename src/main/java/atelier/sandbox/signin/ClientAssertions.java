package atelier.sandbox.signin;

import atelier.sandbox.cloud.Application;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.token.Caller;
import atelier.sandbox.token.InvalidToken;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an app shows instead of a secret: a token of the managed identity that its federated credential names.
 *
 * @see <a href="https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity">how
 *     an app trusts a managed identity</a>
 */
final class ClientAssertions {
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private final Cloud cloud;
    private final Tokens tokens;

    ClientAssertions(Cloud cloud, Tokens tokens) {
        this.cloud = cloud;
        this.tokens = tokens;
    }

    /** Why a request for a token is refused, in Entra's words; empty when it is not. */
    Optional<String> refusal(Map<String, String> form) {
        Optional<Application> application = cloud.directory().application(form.getOrDefault("client_id", ""));
        if (application.isEmpty()) {
            return Optional.of("AADSTS700016: Application with identifier '%s' was not found in the directory '%s'."
                    .formatted(form.getOrDefault("client_id", ""), cloud.subscription().tenantId()));
        }
        if (!form.containsKey("client_assertion") || !TYPE.equals(form.get("client_assertion_type"))) {
            return Optional.of("AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or "
                    + "'client_secret'.");
        }
        return subjectRefusal(form.get("client_assertion"), application.get());
    }

    private Optional<String> subjectRefusal(String assertion, Application application) {
        try {
            Caller subject = tokens.verify(assertion, List.of(Tokens.TOKEN_EXCHANGE));
            boolean trusted = principalOf(application.trusts()).filter(subject.objectId()::equals).isPresent();
            return trusted ? Optional.empty() : Optional.of(
                    "AADSTS700213: No matching federated identity record found for presented assertion subject '%s'."
                            .formatted(subject.objectId()));
        } catch (InvalidToken invalid) {
            return Optional.of("AADSTS700027: The client assertion is not valid. " + invalid.getMessage());
        }
    }

    private Optional<String> principalOf(String identity) {
        return cloud.list("Microsoft.ManagedIdentity/userAssignedIdentities").stream()
                .filter(body -> body.path("name").asText().equals(identity))
                .map((ObjectNode body) -> body.at("/properties/principalId").asText())
                .findFirst();
    }

    /** An assertion in the only form that the identity provider reads: its subject is the client. */
    String readable(String clientId) {
        return tokens.sign(new JWTClaimsSet.Builder()
                .subject(clientId)
                .issuer(clientId)
                .audience("identity-provider")
                .expirationTime(Date.from(Instant.now().plus(LIFETIME)))
                .build());
    }
}
