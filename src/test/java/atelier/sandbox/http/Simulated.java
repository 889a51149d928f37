package atelier.sandbox.http;

import atelier.sandbox.cloud.Azure;
import atelier.sandbox.cloud.Estate;
import atelier.sandbox.cloud.Person;
import atelier.sandbox.token.Grant;
import atelier.sandbox.token.Tokens;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A deployed estate and requests to it by people of azure.yaml. */
final class Simulated {
    private static final JsonMapper JSON = new JsonMapper();
    /** Making a key takes long, so all tests share one. */
    private static final Tokens TOKENS = tokens();

    final Azure azure;
    final Tokens tokens = TOKENS;

    Simulated(Azure azure) {
        this.azure = azure;
    }

    private static Tokens tokens() {
        try {
            Path directory = Files.createTempDirectory("tokens");
            Tokens tokens = new Tokens(directory, Estate.TENANT, Azure.CLOCK);
            Files.delete(directory.resolve("signing-key.json"));
            Files.delete(directory);
            return tokens;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    ArmEndpoint arm() {
        return new ArmEndpoint(azure.cloud(), tokens, Azure.CLOCK);
    }

    String token(String name, String audience) {
        Person person = Stream.concat(
                        azure.cloud().directory().people().stream(), azure.cloud().directory().outsiders().stream())
                .filter(somebody -> somebody.name().equals(name))
                .findFirst()
                .orElseThrow();
        return tokens.issue(new Grant(audience, person.objectId(), "az", person.tenantId(), Map.of()), Duration.ofHours(1));
    }

    static Request request(String method, String host, String path, Map<String, String> headers) {
        int query = path.indexOf('?');
        return new Request(
                method,
                host,
                query < 0 ? path : path.substring(0, query),
                query < 0 ? Map.of() : WebServer.query(path.substring(query + 1)),
                headers,
                new byte[0]);
    }

    Request armRequest(String method, String name, String path) {
        String version = path.contains("?") ? "&api-version=2024-07-01" : "?api-version=2024-07-01";
        return request(method, "management.azure.com", path + version, Map.of(
                "Host", "management.azure.com",
                "Authorization", "Bearer " + token(name, "https://management.azure.com/")));
    }

    static JsonNode body(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    static String code(Answer answer) {
        return answer.status() + " " + body(answer).at("/error/code").asText();
    }

    static List<String> values(Answer answer, String pointer) {
        return Stream.iterate(0, i -> i + 1).limit(body(answer).path("value").size())
                .map(i -> body(answer).path("value").path(i).at(pointer).asText())
                .toList();
    }
}
