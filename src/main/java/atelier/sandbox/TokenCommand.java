package atelier.sandbox;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Person;
import atelier.sandbox.token.Grant;
import atelier.sandbox.token.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A token for somebody at the command line, as {@code az account get-access-token} gives one after signing in. */
final class TokenCommand {
    private static final String RESOURCE_MANAGER = "https://management.azure.com/";
    private static final String HOUR = "3600";
    private final Cloud cloud;
    private final Tokens tokens;

    TokenCommand(Cloud cloud, Tokens tokens) {
        this.cloud = cloud;
        this.tokens = tokens;
    }

    String token(Usage usage) {
        String name = usage.one(Usage.NAME);
        String audience = usage.optional(Usage.AUDIENCE).orElse(RESOURCE_MANAGER);
        Grant grant = person(name, audience).or(() -> identity(name, audience)).orElseThrow(() -> new Usage.Mistake(
                "--name is '" + name + "': allowed is the name of a user in azure.yaml or of a deployed identity"));
        return tokens.issue(grant, lifetime(usage.optional(Usage.SECONDS).orElse(HOUR)));
    }

    private static Duration lifetime(String seconds) {
        if (!seconds.matches("-?[0-9]{1,9}")) {
            throw new Usage.Mistake("--seconds is '" + seconds + "': allowed is a whole number");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private Optional<Grant> person(String name, String audience) {
        return Stream.concat(cloud.directory().people().stream(), cloud.directory().outsiders().stream())
                .filter(person -> person.name().equals(name))
                .map((Person person) -> new Grant(
                        audience,
                        person.objectId(),
                        cloud.subscription().clientId(),
                        person.tenantId(),
                        Map.of("name", person.name(), "upn", person.userPrincipalName())))
                .findFirst();
    }

    private Optional<Grant> identity(String name, String audience) {
        return cloud.list("Microsoft.ManagedIdentity/userAssignedIdentities").stream()
                .filter(body -> body.path("name").asText().equals(name))
                .map(body -> new Grant(
                        audience,
                        body.at("/properties/principalId").asText(),
                        body.at("/properties/clientId").asText(),
                        cloud.subscription().tenantId(),
                        Map.of("idtyp", "app", "xms_mirid", body.path("id").asText())))
                .findFirst();
    }
}
