package atelier.config;

import atelier.model.Problem;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A value of the configuration together with where it stands and where its problems are collected.
 *
 * @param path where it stands
 * @param rebuilt where it stands after it was removed and set again; differs for an element of a list, which comes back last
 * @param node what is there; a missing node when nothing is
 * @param secretPaths the top-level places whose values are never shown
 * @param problems every problem found so far, in the order of the contract
 */
record Place(KeyPath path, KeyPath rebuilt, JsonNode node, Set<String> secretPaths, List<Problem> problems) {

    Place(KeyPath path, JsonNode node, Set<String> secretPaths, List<Problem> problems) {
        this(path, path, node, secretPaths, problems);
    }

    Place child(String key) {
        return new Place(path.child(key), node.path(key), secretPaths, problems);
    }

    Place at(int index) {
        return new Place(path.at(index), path.at(node.size() - 1), node.path(index), secretPaths, problems);
    }

    /** Whether what is here must not be shown. */
    boolean secret() {
        String here = path.text();
        return secretPaths.stream()
                .anyMatch(top -> here.equals(top) || here.startsWith(top + ".") || here.startsWith(top + "["));
    }

    /** Another value of the same section in parentheses, for a rule that joins the two; nothing if it must not be shown. */
    String hint(Object value) {
        return secret() ? "" : " (" + value + ")";
    }

    /** Reports what is here. */
    void refuse(String allowed, Command command) {
        problems.add(new Problem(path.text(), Shown.value(node, secret()), allowed, command.line()));
    }

    /** Reports something else than the object or list that belongs here: it goes, and what belongs here is set. */
    void refuseShape(String allowed, Command rebuild) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        boolean json = text.startsWith("{") || text.startsWith("[");
        refuse(json ? allowed + "; JSON in a text is read only if it is a whole top-level value and well formed" : allowed,
                Command.remove(path).then(rebuild));
    }
}
