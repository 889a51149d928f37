package atelier.sandbox.cloud;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the part of azure.yaml that is about people: the directory and who holds which role. */
final class DirectoryFile {
    private static final Pattern ANY = Pattern.compile("\\S(.*\\S)?");
    private static final Pattern SIGN_IN_NAME = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final String SIGN_IN_NAMES = "a name to sign in with such as ada@example.com";
    private static final Pattern SCOPE = Pattern.compile("/subscriptions/[0-9a-f-]{36}(/[^/\\s]+/[^/\\s]+)*");
    private static final Pattern TYPES =
            Pattern.compile(Arrays.stream(Directory.Type.values()).map(Enum::name).collect(Collectors.joining("|")));
    private static final String TYPE_NAMES =
            "one of " + Arrays.stream(Directory.Type.values()).map(Enum::name).collect(Collectors.joining(", "));

    private DirectoryFile() {}

    static Directory directory(Fields root, String tenantId) {
        return new Directory(principals(root), tenantId, outsiders(root, tenantId), applications(root));
    }

    private static List<Directory.Principal> principals(Fields root) {
        List<Fields> sections = root.sections("principals");
        Set<String> names = sections.stream().map(section -> section.shown("name")).collect(Collectors.toSet());
        Set<String> seenIds = new HashSet<>();
        Set<String> seenNames = new HashSet<>();
        return sections.stream().map(section -> principal(section, names, seenIds, seenNames)).toList();
    }

    private static Directory.Principal principal(Fields fields, Set<String> names, Set<String> seenIds, Set<String> seenNames) {
        String objectId = fields.guid("objectId");
        String type = fields.text("type", TYPES, TYPE_NAMES);
        String name = fields.text("name", ANY, "a text");
        if (!objectId.isEmpty() && !seenIds.add(objectId)) {
            fields.refuse("objectId", "an object id that no other principal has");
        }
        if (!name.isEmpty() && !seenNames.add(name)) {
            fields.refuse("name", "a name that no other principal has");
        }
        return switch (type) {
            case "User" -> user(fields.only("objectId", "type", "name", "userPrincipalName"), objectId, name);
            case "Group" -> group(fields.only("objectId", "type", "name", "members"), objectId, name, names);
            case "ServicePrincipal" -> service(fields.only("objectId", "type", "name"), objectId, name);
            // The type is a problem already, and what else may be there depends on it.
            default -> service(fields, objectId, name);
        };
    }

    private static Directory.Principal user(Fields fields, String objectId, String name) {
        String signInName = fields.text("userPrincipalName", SIGN_IN_NAME, SIGN_IN_NAMES);
        return new Directory.Principal(objectId, Directory.Type.User, name, signInName, List.of());
    }

    private static Directory.Principal group(Fields fields, String objectId, String name, Set<String> names) {
        List<String> members = fields.texts("members", ANY, "the name of a principal");
        if (!names.containsAll(members.stream().filter(member -> !member.isEmpty()).toList()) || members.contains(name)) {
            fields.refuse("members", "a list of names of other principals");
        }
        return new Directory.Principal(objectId, Directory.Type.Group, name, "", members);
    }

    private static Directory.Principal service(Fields fields, String objectId, String name) {
        return new Directory.Principal(objectId, Directory.Type.ServicePrincipal, name, "", List.of());
    }

    private static List<Person> outsiders(Fields root, String tenantId) {
        return root.sections("outsiders").stream().map(fields -> outsider(fields, tenantId)).toList();
    }

    private static Person outsider(Fields fields, String ours) {
        fields.only("tenantId", "objectId", "name", "userPrincipalName");
        String tenantId = fields.guid("tenantId");
        if (!tenantId.isEmpty() && tenantId.equals(ours)) {
            fields.refuse("tenantId", "a tenant other than subscription.tenantId");
        }
        return new Person(
                fields.guid("objectId"),
                fields.text("name", ANY, "a text"),
                fields.text("userPrincipalName", SIGN_IN_NAME, SIGN_IN_NAMES),
                tenantId);
    }

    private static List<Application> applications(Fields root) {
        return root.sections("applications").stream()
                .map(fields -> fields.only("clientId", "trusts"))
                .map(fields -> new Application(
                        fields.guid("clientId"), fields.text("trusts", ANY, "the name of a managed identity")))
                .toList();
    }

    static List<World.Grant> roleAssignments(Fields root, Directory directory, Map<String, String> roles) {
        return root.sections("roleAssignments").stream().map(fields -> grant(fields, directory, roles)).toList();
    }

    private static World.Grant grant(Fields fields, Directory directory, Map<String, String> roles) {
        fields.only("principal", "role", "scope");
        String principal = fields.text("principal", ANY, "the name of a principal");
        String role = fields.text("role", ANY, "the name of a role");
        if (!principal.isEmpty() && directory.named(principal).isEmpty()) {
            fields.refuse("principal", "the name of one of the principals");
        }
        if (!role.isEmpty() && !roles.containsValue(role)) {
            fields.refuse("role", "the name of one of the roles: " + String.join(", ", roles.values()));
        }
        return new World.Grant(
                directory.named(principal).map(Directory.Principal::objectId).orElse(""),
                roles.entrySet().stream().filter(known -> known.getValue().equals(role)).map(Map.Entry::getKey)
                        .findFirst().orElse(""),
                new ArmId(fields.text("scope", SCOPE, "the id of a subscription or of something in it")));
    }
}
