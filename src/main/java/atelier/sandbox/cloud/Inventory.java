package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Everything that exists while one request is judged: what is deployed, and the world around it. */
final class Inventory {
    private final SortedMap<String, Resource> resources;
    private final World world;

    Inventory(SortedMap<String, Resource> resources, World world) {
        this.resources = resources;
        this.world = world;
    }

    World world() {
        return world;
    }

    /** A resource that has an id of its own in the store. */
    Optional<Resource> deployed(ArmId id) {
        return Optional.ofNullable(resources.get(id.key()));
    }

    /** A resource, a part of one such as a subnet, or something of the world around. */
    Optional<Resource> find(ArmId id) {
        return deployed(id).or(() -> foreign(id)).or(() -> part(id));
    }

    boolean exists(ArmId id) {
        return isOurSubscription(id) || find(id).isPresent();
    }

    /** All deployed resources of a type, sorted by id. */
    List<Resource> all(String type) {
        return stream().filter(resource -> resource.armId().isType(type)).toList();
    }

    /** What lies below a resource: its children and what extends it. */
    List<Resource> below(ArmId id) {
        return stream().filter(resource -> resource.armId().isBelow(id)).toList();
    }

    Stream<Resource> stream() {
        return resources.values().stream();
    }

    /** Every place in a deployed resource of one type that names this id. */
    List<Mention> mentions(ArmId id, String type, String path) {
        List<Mention> mentions = new ArrayList<>();
        for (Resource resource : all(type)) {
            for (Value value : resource.body().each(path)) {
                if (value.is(id.text())) {
                    mentions.add(new Mention(resource, value.path()));
                }
            }
        }
        return mentions;
    }

    /** The resource that names another one, and where. */
    record Mention(Resource by, String path) {}

    void keep(Resource resource) {
        resources.put(resource.armId().key(), resource);
    }

    void remove(ArmId id) {
        resources.remove(id.key());
    }

    boolean isOurSubscription(ArmId id) {
        return id.isSubscription()
                && id.subscription()
                        .filter(world.subscription().subscriptionId()::equalsIgnoreCase)
                        .isPresent();
    }

    private Optional<Resource> foreign(ArmId id) {
        return world.network(id).map(network -> {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("location", network.location());
            var prefixes = body.putObject("properties").putObject("addressSpace").putArray("addressPrefixes");
            network.addressSpace().forEach(prefixes::add);
            return built(id, body);
        });
    }

    /** An item of a list that ARM also answers under an id of its own, a published image version or a certificate's secret. */
    private Optional<Resource> part(ArmId id) {
        if (id.isType(Images.VERSION_TYPE)) {
            return Images.version(id, this).map(body -> built(id, body));
        }
        if (id.isType(Certificates.SECRET_TYPE)) {
            return Certificates.secret(id, this).map(body -> built(id, body));
        }
        return id.parent().flatMap(this::find).flatMap(parent -> {
            String list = id.type().substring(id.type().lastIndexOf('/') + 1);
            return parent.body().each("properties." + list + "[]").stream()
                    .filter(item -> item.at("name").is(id.name()))
                    .filter(item -> item.node().isObject())
                    .findFirst()
                    .map(item -> built(id, ((ObjectNode) item.node().deepCopy()).put("location", parent.location())));
        });
    }

    private static Resource built(ArmId id, ObjectNode body) {
        return new Resource(id.text(), id.type(), body, null, null, "", "", 1);
    }
}
