package atelier.sandbox.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One permission of a role: what it grants, less what it takes out again. What another role grants stays granted. */
public record Permission(List<String> actions, List<String> notActions, List<String> dataActions, List<String> notDataActions) {

    public Permission {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        dataActions = List.copyOf(dataActions);
        notDataActions = List.copyOf(notDataActions);
    }

    /** Reads ARM's form, in which every list may be missing. */
    public static Permission of(JsonNode node) {
        return new Permission(
                texts(node.path("actions")),
                texts(node.path("notActions")),
                texts(node.path("dataActions")),
                texts(node.path("notDataActions")));
    }

    public boolean grants(Operation operation) {
        return switch (operation.plane()) {
            case CONTROL -> grants(actions, notActions, operation.name());
            case DATA -> grants(dataActions, notDataActions, operation.name());
        };
    }

    /** ARM's form. */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        actions.forEach(node.putArray("actions")::add);
        notActions.forEach(node.putArray("notActions")::add);
        dataActions.forEach(node.putArray("dataActions")::add);
        notDataActions.forEach(node.putArray("notDataActions")::add);
        return node;
    }

    private static boolean grants(List<String> granted, List<String> taken, String operation) {
        return Wildcards.match(granted, operation) && !Wildcards.match(taken, operation);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
