package atelier.testing.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Id and inputs of every resource in the engine's state, by urn; comparable with another moment's. */
public record State(SortedMap<String, JsonNode> resources) {

    public static State of(Engine engine) {
        SortedMap<String, JsonNode> resources = new TreeMap<>();
        for (JsonNode resource : engine.resources()) {
            resources.put(resource.path("urn").asText(), JsonNodeFactory.instance.objectNode()
                    .put("id", resource.path("id").asText())
                    .set("inputs", resource.path("inputs")));
        }
        return new State(resources);
    }

    /** The Pulumi names of those that have another id or other inputs in a later state, or are gone. */
    public SortedSet<String> changedIn(State later) {
        return resources.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(later.resources.get(entry.getKey())))
                .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf("::") + 2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The inputs of the only resource of this Pulumi name and of a type that ends in this, like {@code :VirtualMachine}. */
    public JsonNode inputs(String typeEnd, String name) {
        return resources.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(typeEnd + "::" + name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + typeEnd + " " + name))
                .path("inputs");
    }
}
