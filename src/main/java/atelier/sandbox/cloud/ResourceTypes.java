package atelier.sandbox.cloud;

import java.util.Map;
import java.util.TreeMap;

/** The resource types that this cloud has rules for; any other type is kept and answered as it was asked for. */
final class ResourceTypes {
    private static final Map<String, ResourceType> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private ResourceTypes() {}

    static ResourceType of(ArmId id) {
        return KNOWN.getOrDefault(id.type(), ResourceType.named(id.type()));
    }
}
