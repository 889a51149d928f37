package atelier.sandbox.cloud;

import java.util.Arrays;
import java.util.Optional;

/** What can be done with a machine's power; the state is kept beside the machine's body and is no property of it. */
enum Power {
    START("start", "running", false),
    RESTART("restart", "running", true),
    /** Stopped and still paid for. */
    POWER_OFF("powerOff", "stopped", true),
    DEALLOCATE("deallocate", "deallocated", false);

    private final String action;
    private final String result;
    private final boolean needsHost;

    Power(String action, String result, boolean needsHost) {
        this.action = action;
        this.result = result;
        this.needsHost = needsHost;
    }

    static Optional<Power> of(String action) {
        return Arrays.stream(values()).filter(power -> power.action.equalsIgnoreCase(action)).findFirst();
    }

    /** OperationNotAllowed, 409, for a machine without a host; from knowledge. Any other repetition is accepted. */
    void change(Resource machine) throws ArmError {
        String now = machine.state().getOrDefault(VirtualMachines.POWER_STATE, "running");
        if (needsHost && now.equals("deallocated")) {
            throw ArmError.conflict(
                    "OperationNotAllowed",
                    "The operation requires the VM to be running (or set to run), but '%s' is deallocated."
                            .formatted(machine.armId().name()));
        }
        machine.state().put(VirtualMachines.POWER_STATE, result);
    }
}
