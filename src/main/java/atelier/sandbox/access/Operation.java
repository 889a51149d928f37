package atelier.sandbox.access;

/**
 * What somebody wants to do, such as {@code Microsoft.Compute/virtualMachines/start/action}.
 *
 * @param plane actions and data actions are granted apart: https://learn.microsoft.com/azure/role-based-access-control/role-definitions
 */
public record Operation(String name, Plane plane) {

    /** Where an operation is performed. */
    public enum Plane {
        /** On the resource, through ARM. */
        CONTROL,
        /** On what is in the resource. */
        DATA
    }

    public static Operation action(String name) {
        return new Operation(name, Plane.CONTROL);
    }

    public static Operation dataAction(String name) {
        return new Operation(name, Plane.DATA);
    }
}
