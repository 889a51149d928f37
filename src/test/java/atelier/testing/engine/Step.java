package atelier.testing.engine;

import java.util.SortedSet;

/**
 * One thing that the engine did or planned for a resource.
 *
 * @param operation as the engine names it: same, create, update, replace, create-replacement, delete-replaced, delete, refresh
 * @param urn of the resource
 * @param type like {@code azure-native:network:VirtualNetwork}
 * @param name the Pulumi name, the last part of the urn
 * @param changes the paths of the properties that differ, empty unless there is an old and a new state
 */
public record Step(String operation, String urn, String type, String name, SortedSet<String> changes) {
    /** Whether the step leaves the resource as it is. */
    public boolean isUnchanged() {
        return operation.equals("same") || operation.equals("refresh") || operation.equals("read");
    }

    /** In the short form in which tests compare steps, like {@code update azure-native:network:VirtualNetwork vnet}. */
    @Override
    public String toString() {
        return operation + " " + type + " " + name;
    }
}
