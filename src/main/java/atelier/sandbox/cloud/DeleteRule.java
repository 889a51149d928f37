package atelier.sandbox.cloud;

/** One thing that ARM checks before it deletes a resource. */
@FunctionalInterface
interface DeleteRule {
    void judge(Resource resource, Inventory inventory) throws ArmError;
}
