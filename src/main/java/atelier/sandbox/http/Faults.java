package atelier.sandbox.http;

import atelier.sandbox.access.Wildcards;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.Fault;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The failures that azure.yaml asks for, counted since the start. */
final class Faults {
    private record Left(Fault fault, AtomicInteger times) {}

    private final List<Left> faults;

    Faults(List<Fault> faults) {
        this.faults = faults.stream().map(fault -> new Left(fault, new AtomicInteger(fault.times()))).toList();
    }

    /** Fails if this action is to fail once more. */
    void strike(String action) throws ArmError {
        for (Left left : faults) {
            if (Wildcards.match(left.fault().action(), action) && left.times().getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new ArmError(
                        left.fault().status(),
                        left.fault().code(),
                        "The sandbox fails '" + action + "' because its azure.yaml asks for it.");
            }
        }
    }
}
