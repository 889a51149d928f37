package atelier.sandbox.cloud;

/** One thing that ARM checks before it creates or updates a resource. */
@FunctionalInterface
interface Rule {
    void judge(Put put) throws ArmError;
}
