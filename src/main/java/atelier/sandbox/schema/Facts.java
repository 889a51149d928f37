package atelier.sandbox.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the table says about one resource type.
 *
 * @param apiVersion the version of ARM's interface that azure-native 2.10.0 uses by default
 * @param armType ARM's name for the type; may hold a path parameter in braces
 * @param id where a resource of this type is
 * @param responseId how ARM itself spells that id, when its upper and lower case differ
 * @param autoName how azure-native names a resource that has no name
 * @param autoLocation whether azure-native fills in the location
 * @param singleton whether the resource comes and goes with its parent, so that ARM has no delete for it
 * @param nameConstraint limits of the name
 * @param top the inputs that go into the envelope of a request; all others go into its properties
 * @param query the inputs that are query parameters and not part of the body
 * @param flatten the inputs whose members ARM nests in one more object called properties
 * @param inner members that go into that object although their names belong into an envelope elsewhere
 * @param idOnly the inputs of which ARM takes only the id
 * @param rename input paths and ARM's names for them; with the whole path for an input of the resource itself
 * @param unmanagedWhenUnset lists in the body that azure-native leaves as they are when the program does not give them
 * @param resetBody what azure-native sends to put a singleton back to how Azure made it
 * @param replaceOnChanges the body inputs whose change replaces the resource; every path parameter does as well
 * @param unions the inputs that take one of several objects, which the SDK types as any object
 * @param constraints limits by input path
 */
public record Facts(String apiVersion, String armType, IdTemplate id, Optional<IdTemplate> responseId,
        AutoName autoName, boolean autoLocation, boolean singleton, Optional<Limits> nameConstraint, Set<String> top,
        Set<String> query, Set<String> flatten, Set<String> inner, Set<String> idOnly, Map<String, String> rename,
        List<String> unmanagedWhenUnset, Optional<ObjectNode> resetBody, List<String> replaceOnChanges,
        Map<String, Variants> unions, Map<String, Limits> constraints) {

    /** How azure-native names what has no name. */
    public enum AutoName {
        /** The Pulumi name and eight random hexadecimal digits. */
        RANDOM,
        /** The Pulumi name. */
        COPY,
        /** A random UUID. */
        UUID
    }

    /** The variants of a union: the property that tells them apart, and the SDK's input class for each of its values. */
    public record Variants(String discriminator, Map<String, String> variants) {}

    public Facts {
        top = Set.copyOf(top);
        query = Set.copyOf(query);
        flatten = Set.copyOf(flatten);
        inner = Set.copyOf(inner);
        idOnly = Set.copyOf(idOnly);
        rename = Map.copyOf(rename);
        unmanagedWhenUnset = List.copyOf(unmanagedWhenUnset);
        replaceOnChanges = List.copyOf(replaceOnChanges);
        unions = Map.copyOf(unions);
        constraints = Map.copyOf(constraints);
    }

    /** The input that names the resource: the last parameter of its path. */
    public String nameParameter() {
        List<String> parameters = id.parameters();
        return parameters.get(parameters.size() - 1);
    }

    /** Whether an input is part of the body of a request, and neither of its path nor of its query. */
    public boolean inBody(String input) {
        return !input.startsWith("__") && !id.parameters().contains(input) && !query.contains(input);
    }

    /** Where ARM has an input of the resource itself, from the root of the body. */
    public List<String> armPath(String input) {
        String renamed = rename.get(input);
        if (renamed != null) {
            return List.of(renamed.split("\\."));
        }
        return top.contains(input) ? List.of(input) : List.of("properties", input);
    }
}
