package atelier.preflight;

import atelier.model.Access;
import atelier.model.ObjectId;
import atelier.model.Problem;
import atelier.model.Spec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An owner is a person. */
final class AccessRules {
    private AccessRules() {}

    static Optional<Problem> owner(Spec spec, int index) {
        String path = "atelier:workstations[" + index + "].owner";
        return spec.workstations().get(index).owner().flatMap(owner -> notAPerson(spec.access(), owner).map(what -> new Problem(
                path,
                owner.value(),
                "the object id of a user, or no owner for a shared machine; this is " + what,
                Fix.remove(path))));
    }

    private static Optional<String> notAPerson(Access access, ObjectId owner) {
        if (owner.equals(access.tenantId())) {
            return Optional.of("the tenant");
        }
        if (owner.equals(access.signInClientId())) {
            return Optional.of("the app registration for sign-in");
        }
        return groups(access).entrySet().stream()
                .filter(entry -> entry.getValue().equals(owner))
                .map(entry -> "the group of the " + entry.getKey())
                .findFirst();
    }

    private static Map<String, ObjectId> groups(Access access) {
        Map<String, ObjectId> groups = new LinkedHashMap<>();
        groups.put("admins", access.groups().admins());
        access.groups().operators().ifPresent(id -> groups.put("operators", id));
        access.groups().scientists().ifPresent(id -> groups.put("scientists", id));
        access.groups().readers().ifPresent(id -> groups.put("readers", id));
        return groups;
    }
}
