package atelier.sandbox.azurenative;

import atelier.sandbox.schema.ResourceType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares old and new inputs and says which changes replace the resource.
 *
 * <p>It never asks ARM: the engine may still turn its answer into a replacement, because the program can ask for that with
 * the option replaceOnChanges, and what ARM refuses as an update is legitimate as a replacement. A preview therefore asks ARM
 * when it comes to the update.
 */
final class Planner {
    private final ObjectNode outputs;
    private final ObjectNode news;
    private final Set<String> replacing;
    private final List<Change> changes = new ArrayList<>();

    private Planner(ResourceType type, ObjectNode outputs, ObjectNode news) {
        this.outputs = outputs;
        this.news = news;
        this.replacing = new HashSet<>(type.facts().id().parameters());
        this.replacing.addAll(type.facts().replaceOnChanges());
    }

    /**
     * Plans the step from old to new inputs.
     *
     * @param outputs the resource as it is
     */
    static Plan plan(ResourceType type, ObjectNode olds, ObjectNode outputs, ObjectNode news) {
        Planner planner = new Planner(type, outputs, news);
        planner.members("", olds, news);
        boolean replaces = planner.changes.stream().anyMatch(Change::replaces);
        return new Plan(planner.changes, replaces && !olds.path(Defaults.CREATE_BEFORE_DELETE).asBoolean());
    }

    private void members(String path, ObjectNode olds, ObjectNode news) {
        Set<String> names = new TreeSet<>();
        Stream.of(olds, news).forEach(object -> object.fieldNames().forEachRemaining(names::add));
        for (String name : names) {
            boolean internal = path.isEmpty() && name.startsWith("__");
            if (!internal) {
                compare(path.isEmpty() ? name : path + "." + name, olds.path(name), news.path(name));
            }
        }
    }

    private void compare(String path, JsonNode old, JsonNode now) {
        if (same(path, old, now)) {
            return;
        }
        if (old instanceof ObjectNode olds && now instanceof ObjectNode news) {
            members(path, olds, news);
        } else if (old instanceof ArrayNode olds && now instanceof ArrayNode news) {
            for (int i = 0; i < Math.max(olds.size(), news.size()); i++) {
                compare(path + "[" + i + "]", olds.path(i), news.path(i));
            }
        } else {
            Change.Kind kind = Json.absent(old) ? Change.Kind.ADD : Json.absent(now) ? Change.Kind.DELETE : Change.Kind.UPDATE;
            changes.add(new Change(path, kind, replaces(path, kind)));
        }
    }

    private static boolean same(String path, JsonNode old, JsonNode now) {
        if (Json.absent(old) && Json.absent(now)) {
            return true;
        }
        boolean places = path.equals("location") && old.isTextual() && now.isTextual();
        return places ? place(old).equals(place(now)) : Json.same(old, now);
    }

    // ARM takes "West Europe" and answers "westeurope".
    private static String place(JsonNode location) {
        return location.textValue().replace(" ", "").toLowerCase(Locale.ROOT);
    }

    // What Azure has already made so by default needs no replacement when a program starts to say it.
    private boolean replaces(String path, Change.Kind kind) {
        String fact = path.replaceAll("\\[\\d+]", "[]");
        boolean listed = replacing.stream()
                .anyMatch(key -> fact.equals(key) || fact.startsWith(key + ".") || fact.startsWith(key + "["));
        String input = path.split("[.\\[]", 2)[0];
        return listed && !(kind == Change.Kind.ADD && Json.same(outputs.path(input), news.path(input)));
    }
}
