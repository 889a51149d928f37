package atelier.sandbox.cloud;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The tenant's users, groups and applications, and people of other tenants who may turn up. */
public final class Directory {
    private final Map<String, Principal> principals = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Person> people;
    private final List<Person> outsiders;
    private final List<Application> applications;

    Directory(List<Principal> principals, String tenantId, List<Person> outsiders, List<Application> applications) {
        principals.forEach(principal -> this.principals.put(principal.objectId(), principal));
        this.people = principals.stream()
                .filter(principal -> principal.type() == Type.User)
                .map(user -> new Person(user.objectId(), user.name(), user.userPrincipalName(), tenantId))
                .toList();
        this.outsiders = List.copyOf(outsiders);
        this.applications = List.copyOf(applications);
    }

    /** Directory object types, as ARM spells them. */
    enum Type {
        User,
        Group,
        ServicePrincipal
    }

    /**
     * A user, group or service principal.
     *
     * @param userPrincipalName empty unless it is a user
     * @param members names of a group's members; empty for the others
     */
    record Principal(String objectId, Type type, String name, String userPrincipalName, List<String> members) {
        Principal {
            members = List.copyOf(members);
        }
    }

    Optional<Principal> principal(String objectId) {
        return Optional.ofNullable(principals.get(objectId));
    }

    Optional<Principal> named(String name) {
        return principals.values().stream().filter(principal -> principal.name().equals(name)).findFirst();
    }

    /** The users of the tenant, guests among them, in the file's order. */
    public List<Person> people() {
        return people;
    }

    /** People of other tenants. */
    public List<Person> outsiders() {
        return outsiders;
    }

    /** The application with a client id. */
    public Optional<Application> application(String clientId) {
        return applications.stream().filter(application -> application.clientId().equalsIgnoreCase(clientId)).findFirst();
    }

    /** Object ids of the groups that somebody is in, directly or through other groups. */
    public Set<String> groupsOf(String objectId) {
        Set<String> groups = new LinkedHashSet<>();
        principal(objectId).ifPresent(principal -> collectGroups(principal.name(), groups));
        return Collections.unmodifiableSet(groups);
    }

    private void collectGroups(String member, Set<String> groups) {
        for (Principal group : principals.values()) {
            if (group.members().contains(member) && groups.add(group.objectId())) {
                collectGroups(group.name(), groups);
            }
        }
    }
}
