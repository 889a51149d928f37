package atelier.sandbox.signin;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.Person;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A button of the sign-in page.
 *
 * @param id of the button, such as {@code ada} or {@code expired}
 * @param label what people read on it
 * @param subject the claim {@code sub}
 * @param claims what the identity token says beside that; a claim that the provider makes itself, such as {@code iss}, is
 *     replaced
 */
record Choice(String id, String label, String subject, ObjectNode claims) {
    /** The tenant of all personal Microsoft accounts. */
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** Everybody who can sign in, people of other tenants last. */
    static List<Choice> people(Cloud cloud) {
        String ours = cloud.subscription().tenantId();
        return Stream.concat(cloud.directory().people().stream(), cloud.directory().outsiders().stream())
                .map(person -> of(person, ours))
                .toList();
    }

    private static Choice of(Person person, String ours) {
        ObjectNode claims = claims(person);
        if (!person.tenantId().equals(ours)) {
            claims.put("iss", issuer(person.tenantId()));
        }
        return new Choice(person.name(), person.userPrincipalName(), person.objectId(), claims);
    }

    /** Identity tokens of the first person in the directory that nobody may accept, each wrong in one thing. */
    static List<Choice> broken(Cloud cloud) {
        Person person = cloud.directory().people().get(0);
        String other = cloud.directory().outsiders().stream().map(Person::tenantId).findFirst().orElse(PERSONAL);
        return List.of(
                broken(person, "expired", claims(person).put("exp", Instant.EPOCH.getEpochSecond())),
                broken(person, "wrong-audience", claims(person).put("aud", "00000000-0000-0000-0000-000000000001")),
                broken(person, "wrong-nonce", claims(person).put("nonce", "of-another-sign-in")),
                broken(person, "other-issuer", claims(person).put("iss", issuer(other))),
                broken(person, "other-tenant", claims(person).put("tid", other)),
                broken(person, "personal-account", claims(person).put("iss", issuer(PERSONAL)).put("tid", PERSONAL)),
                broken(person, "without-object-id", without(claims(person), "oid")),
                broken(person, "without-tenant", without(claims(person), "tid")));
    }

    private static Choice broken(Person person, String id, ObjectNode claims) {
        return new Choice(id, id.replace('-', ' '), person.objectId(), claims);
    }

    private static ObjectNode without(ObjectNode claims, String name) {
        claims.remove(name);
        return claims;
    }

    private static ObjectNode claims(Person person) {
        return JsonNodeFactory.instance.objectNode()
                .put("oid", person.objectId())
                .put("tid", person.tenantId())
                .put("preferred_username", person.userPrincipalName())
                .put("name", person.name())
                .put("ver", "2.0");
    }

    private static String issuer(String tenantId) {
        return "https://login.microsoftonline.com/" + tenantId + "/v2.0";
    }
}
