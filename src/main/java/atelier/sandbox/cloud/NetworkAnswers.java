package atelier.sandbox.cloud;

/** What the network provider adds to every resource of its own. */
final class NetworkAnswers {
    private NetworkAnswers() {}

    static void common(Resource resource, Members body, Inventory inventory) {
        body.set("etag", etag(resource))
                .set("properties.resourceGuid", Derived.guid(resource.armId(), "resourceGuid"))
                .set("properties.provisioningState", "Succeeded");
    }

    /** An item of a list that has an id of its own; returns it for more. */
    static Members item(Resource resource, String list, Members item) {
        return item.set("id", resource.armId().child(list, item.text("name")).text())
                .set("etag", etag(resource))
                .set("type", resource.type() + "/" + list)
                .set("properties.provisioningState", "Succeeded");
    }

    /** Changes with the resource and with nothing else. */
    static String etag(Resource resource) {
        return "W/\"" + Derived.guid(resource.armId(), "etag " + resource.revision()) + "\"";
    }
}
