package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One request to create or update a resource, with everything that its judgement needs.
 *
 * @param existing the resource as it is, when this is an update
 * @param preview asks for the judgement only: what may still come to exist is not missed
 */
record Put(
        ArmId id,
        ResourceType type,
        Value body,
        Optional<Resource> existing,
        Inventory inventory,
        Instant now,
        boolean preview) {

    /** What of the body the store would keep. */
    ObjectNode kept() {
        return type.kept((ObjectNode) body.node());
    }

    Value at(String path) {
        return body.at(path);
    }

    boolean creates() {
        return existing.isEmpty();
    }

    World world() {
        return inventory.world();
    }

    /** Whether another resource of the type, in the subscription or of somebody else, has the name that must be unique. */
    boolean nameIsTaken() {
        boolean deployed = inventory.all(type.name()).stream()
                .anyMatch(other -> other.armId().name().equalsIgnoreCase(id.name()) && !other.armId().same(id));
        return deployed || world().isTaken(type.name(), id.name());
    }

    /** The region that is asked for, in ARM's form; empty when it is absent or unknown. */
    String location() {
        return at("location").text().map(Region::normal).orElse("");
    }

    /** The existing resource that a member names by its id. */
    Optional<Resource> named(Value reference) {
        return reference.text().flatMap(ArmId::parse).flatMap(inventory::find);
    }

    Optional<Resource> named(String path) {
        return named(at(path));
    }

    /** A known member that differs from what the existing resource was given, or has by default. */
    boolean changes(String path) {
        if (creates() || !at(path).known()) {
            return false;
        }
        JsonNode given = existing.get().at(path).node();
        JsonNode before = given.isMissingNode() ? Value.certain(type.answer(existing.get(), inventory)).at(path).node() : given;
        return new Difference(preview).between(before, Value.certain(kept()).at(path).node());
    }
}
