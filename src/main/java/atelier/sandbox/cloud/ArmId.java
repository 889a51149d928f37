package atelier.sandbox.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a subscription, a resource group or a resource, as a path of kinds and names.
 *
 * <p>The text keeps its case; two ids are the same when their {@link #key()} is. Form:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
public record ArmId(String text) {
    static final String RESOURCE_GROUP_TYPE = "Microsoft.Resources/resourceGroups";
    private static final String GROUPS = "resourceGroups";
    private static final Pattern FORM = Pattern.compile(
            "/subscriptions/[^/]+(/resourceGroups/[^/]+)?(/providers/[^/]+(/[^/]+/[^/]+)+)*|(/providers/[^/]+(/[^/]+/[^/]+)+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUPS_SEGMENT =
            Pattern.compile("(/subscriptions/[^/]+)/resourcegroups/", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSIGHTS_SEGMENT =
            Pattern.compile("/microsoft.insights/components/", Pattern.CASE_INSENSITIVE);

    /** An id out of a text, spelt as ARM answers it: {@code resourceGroups} and {@code microsoft.insights/components}. */
    public static Optional<ArmId> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String spelt = GROUPS_SEGMENT.matcher(text).replaceFirst("$1/" + GROUPS + "/");
        return Optional.of(new ArmId(INSIGHTS_SEGMENT.matcher(spelt).replaceFirst("/microsoft.insights/components/")));
    }

    /** What two spellings of the same id have in common. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean same(ArmId other) {
        return key().equals(other.key());
    }

    /** Whether this id lies somewhere below the other one. */
    public boolean isBelow(ArmId other) {
        return key().startsWith(other.key() + "/");
    }

    /** The last segment. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** The full type such as {@code Microsoft.Network/virtualNetworks/subnets}. */
    public String type() {
        int provider = providerIndex();
        if (provider < 0) {
            return isResourceGroup() ? RESOURCE_GROUP_TYPE : "Microsoft.Resources/subscriptions";
        }
        List<String> segments = segments(provider);
        List<String> kinds = new ArrayList<>(List.of(segments.get(1)));
        for (int i = 2; i < segments.size(); i += 2) {
            kinds.add(segments.get(i));
        }
        return String.join("/", kinds);
    }

    public boolean isType(String type) {
        return type().equalsIgnoreCase(type);
    }

    public boolean isResourceGroup() {
        return providerIndex() < 0 && segments(0).size() == 4;
    }

    public boolean isSubscription() {
        return providerIndex() < 0 && segments(0).size() == 2;
    }

    /** The resource provider's namespace, such as {@code Microsoft.Network}. */
    String namespace() {
        String type = type();
        return type.substring(0, type.indexOf('/'));
    }

    /** The subscription's GUID; absent in the id of something built in. */
    public Optional<String> subscription() {
        List<String> segments = segments(0);
        return segments.get(0).equalsIgnoreCase("subscriptions") ? Optional.of(segments.get(1)) : Optional.empty();
    }

    /** The resource group that holds this resource, or is it. */
    public Optional<ArmId> resourceGroup() {
        List<String> segments = segments(0);
        boolean inGroup = segments.size() >= 4 && segments.get(2).equalsIgnoreCase(GROUPS);
        return inGroup ? Optional.of(new ArmId("/" + String.join("/", segments.subList(0, 4)))) : Optional.empty();
    }

    /** The resource that this one is a child of, such as the network of a subnet; absent for one of its own. */
    public Optional<ArmId> parent() {
        int provider = providerIndex();
        if (provider < 0 || segments(provider).size() <= 4) {
            return Optional.empty();
        }
        return Optional.of(new ArmId(text.substring(0, text.lastIndexOf('/', text.lastIndexOf('/') - 1))));
    }

    /** What an extension resource, such as a role assignment, is about: everything before its last {@code /providers/}. */
    public Optional<ArmId> scope() {
        int provider = providerIndex();
        return provider <= 0 ? Optional.empty() : Optional.of(new ArmId(text.substring(0, provider)));
    }

    /** A child of this resource. */
    ArmId child(String kind, String name) {
        return new ArmId(text + "/" + kind + "/" + name);
    }

    @Override
    public String toString() {
        return text;
    }

    private int providerIndex() {
        return key().lastIndexOf("/providers/");
    }

    private List<String> segments(int from) {
        return List.of(text.substring(from + 1).split("/"));
    }
}
