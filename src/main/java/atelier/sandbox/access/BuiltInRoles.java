package atelier.sandbox.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Permissions of Azure's built-in roles by GUID: the table built-in-roles.json, which names its sources. */
public final class BuiltInRoles {
    private static final String TABLE = "/atelier/sandbox/built-in-roles.json";
    private static final Map<String, List<Permission>> ROLES = read();

    private BuiltInRoles() {}

    /** Every role of the table, by GUID. */
    public static Map<String, List<Permission>> permissions() {
        return ROLES;
    }

    private static Map<String, List<Permission>> read() {
        try (InputStream table = BuiltInRoles.class.getResourceAsStream(TABLE)) {
            Map<String, List<Permission>> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (Map.Entry<String, JsonNode> role : new JsonMapper().readTree(table).path("roles").properties()) {
                List<Permission> permissions = new ArrayList<>();
                role.getValue().path("permissions").forEach(permission -> permissions.add(Permission.of(permission)));
                roles.put(role.getKey(), List.copyOf(permissions));
            }
            return Collections.unmodifiableMap(roles);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the table of built-in roles cannot be read", unreadable);
        }
    }
}
