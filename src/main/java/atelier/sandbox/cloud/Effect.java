package atelier.sandbox.cloud;

/** What an accepted request does beside changing its own resource, such as making a disk. */
@FunctionalInterface
interface Effect {
    void happen(Resource resource, Inventory inventory);
}
