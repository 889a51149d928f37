package atelier.sandbox.azurenative;

import java.util.List;

/**
 * What a change of inputs means for the resource.
 *
 * @param changes the differences, empty if there are none
 * @param deleteFirst whether a replacement has to delete the old resource before it creates the new one
 */
public record Plan(List<Change> changes, boolean deleteFirst) {
    public Plan {
        changes = List.copyOf(changes);
    }
}
