package atelier.sandbox.cloud;

/** What ARM adds to a resource's body when it answers: defaults and what only Azure knows. */
@FunctionalInterface
interface Answer {
    void fill(Resource resource, Members body, Inventory inventory);
}
