package atelier.sandbox.cloud;

/** Who created and changed a resource, and when; some types answer it. */
final class SystemData {
    private SystemData() {}

    static void answer(Resource resource, Members body, Inventory inventory) {
        String caller = inventory.world().subscription().objectId();
        body.set("systemData.createdAt", resource.created())
                .set("systemData.createdBy", caller)
                .set("systemData.createdByType", "User")
                .set("systemData.lastModifiedAt", resource.changed())
                .set("systemData.lastModifiedBy", caller)
                .set("systemData.lastModifiedByType", "User");
    }
}
