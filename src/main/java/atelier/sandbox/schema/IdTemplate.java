package atelier.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a resource in ARM, with parameters in braces. */
public final class IdTemplate {
    /** The parameter that the provider fills in itself. */
    public static final String SUBSCRIPTION = "subscriptionId";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    // Parameters that hold the id of another resource, slashes included.
    private static final Set<String> IDS = Set.of("scope", "resourceUri");

    private final String template;
    private final List<String> parameters;
    private final Pattern shape;

    public IdTemplate(String template) {
        this.template = template;
        this.parameters = PARAMETER.matcher(template).results().map(match -> match.group(1))
                .filter(name -> !name.equals(SUBSCRIPTION)).toList();
        String groups = PARAMETER.matcher(template).replaceAll(match -> Matcher.quoteReplacement("\\E" + group(match) + "\\Q"));
        this.shape = Pattern.compile("\\Q" + groups + "\\E", Pattern.CASE_INSENSITIVE);
    }

    /** The parameters that users give, in the order of the path. */
    public List<String> parameters() {
        return parameters;
    }

    /** Whether the path starts at the subscription and has no parent but, at most, a resource group. */
    public boolean topLevel() {
        int provider = template.lastIndexOf("/providers/");
        boolean oneName = PARAMETER.matcher(template.substring(Math.max(provider, 0))).results().count() == 1;
        return template.startsWith("/subscriptions/") && (provider < 0 || oneName);
    }

    /**
     * The path with a value for each parameter.
     *
     * @param values by parameter, {@link #SUBSCRIPTION} included; they are not URL-encoded, as in ARM's answers
     */
    public String fill(UnaryOperator<String> values) {
        String filled = PARAMETER.matcher(template).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
        return filled.replaceAll("/{2,}", "/");
    }

    /** The parameters' values in an id, or empty if the id is not of this shape; letter case does not matter. */
    public Optional<Map<String, String>> match(String id) {
        Matcher matcher = shape.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach(name -> values.put(name, (IDS.contains(name) ? "/" : "") + matcher.group(name)));
        return Optional.of(values);
    }

    private static String group(MatchResult parameter) {
        String name = parameter.group(1);
        return "(?<" + name + ">" + (IDS.contains(name) ? ".+" : "[^/]+") + ")";
    }

    @Override
    public String toString() {
        return template;
    }
}
