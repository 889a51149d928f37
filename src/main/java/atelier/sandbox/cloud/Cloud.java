package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A simulated Azure: it keeps what is deployed in a directory and answers like Azure Resource Manager.
 *
 * <p>Bodies have ARM's shape. Ids compare without regard to case. All methods may be called from many threads and, on the
 * same directory, from many processes. A request that is refused changes nothing.
 */
public final class Cloud {
    /** Names the file that describes the simulated world when no path is given. */
    public static final String WORLD_VARIABLE = "ATELIER_AZURE_YAML";

    private final Store store;
    private final World world;
    private final Clock clock;

    private Cloud(Store store, World world, Clock clock) {
        this.store = store;
        this.world = world;
        this.clock = clock;
    }

    /**
     * Opens the cloud in a directory, in the world that the environment names.
     *
     * @throws InvalidWorld if the variable is not set or the file describes no world
     */
    public static Cloud open(Path directory) {
        String file = System.getenv(WORLD_VARIABLE);
        if (file == null || file.isBlank()) {
            throw new InvalidWorld(WORLD_VARIABLE, List.of("the variable is not set: allowed is the path of an azure.yaml"));
        }
        return open(directory, Path.of(file));
    }

    /**
     * Opens the cloud in a directory, which need not exist yet.
     *
     * @param azureYaml describes the world around it
     * @throws InvalidWorld if the file describes no world; the message names every problem
     */
    public static Cloud open(Path directory, Path azureYaml) {
        return open(directory, azureYaml, Clock.systemUTC());
    }

    static Cloud open(Path directory, Path azureYaml, Clock clock) {
        return new Cloud(new Store(directory), WorldFile.read(azureYaml), clock);
    }

    /** The resource as ARM answers a GET, with everything that Azure computes; empty when there is none. */
    public Optional<ObjectNode> get(String id) {
        Inventory inventory = new Inventory(store.read(), world);
        return ArmId.parse(id).flatMap(inventory::find).map(resource -> answer(resource, inventory));
    }

    /**
     * The same for a resource that must be there.
     *
     * @throws ArmError if it is not, with ARM's 404
     */
    public ObjectNode existing(String id) throws ArmError {
        ArmId armId = parse(id, "");
        return get(id).orElseThrow(() -> CommonRules.missing(armId));
    }

    /**
     * Creates or updates a resource.
     *
     * @return the body that a GET answers from now on
     * @throws ArmError if ARM would refuse it
     */
    public ObjectNode put(String id, String armType, ObjectNode body) throws ArmError {
        ArmId armId = parse(id, armType);
        return store.change(resources -> {
            Put put = request(armId, body, false, resources);
            judge(put);
            return answer(put.type().accept(put), put.inventory());
        });
    }

    /**
     * Says what ARM would refuse, without doing anything, in a plan that may change other resources first.
     *
     * <p>Never complains about what the engine's mark for unknown values hides, nor about a member or a resource that is not
     * there and may still come.
     *
     * @param changing ids of what the same plan changes; what they are now says nothing about what they will be, so they count
     *     as not there
     */
    public void judgePut(String id, String armType, ObjectNode body, Set<String> changing) throws ArmError {
        ArmId armId = parse(id, armType);
        judge(request(armId, body, true, without(changing, armId)));
    }

    /**
     * Says what ARM would refuse if the resource that is there now were deleted first: a replacement under the same name.
     *
     * <p>As lenient as {@link #judgePut(String, String, ObjectNode, Set)}.
     */
    public void judgeReplacement(String id, String armType, ObjectNode body, Set<String> changing) throws ArmError {
        ArmId armId = parse(id, armType);
        SortedMap<String, Resource> resources = without(changing, armId);
        Inventory inventory = new Inventory(resources, world);
        inventory.deployed(armId).ifPresent(resource -> ResourceTypes.of(armId).delete(resource, inventory));
        judge(request(armId, body, true, resources));
    }

    private SortedMap<String, Resource> without(Set<String> changing, ArmId judged) {
        SortedMap<String, Resource> resources = store.read();
        resources.values().removeIf(other -> !other.armId().same(judged)
                && changing.stream().anyMatch(other.armId().text()::equalsIgnoreCase));
        return resources;
    }

    /** Deletes a resource and what lies below it; one that is not there is no error, as in ARM. */
    public void delete(String id, String armType) throws ArmError {
        ArmId armId = parse(id, armType);
        store.change(resources -> {
            Inventory inventory = new Inventory(resources, world);
            Optional<Resource> resource = inventory.deployed(armId);
            if (resource.isPresent()) {
                ResourceType type = ResourceTypes.of(armId);
                type.judgeDelete(resource.get(), inventory);
                type.delete(resource.get(), inventory);
            }
            return resource.isPresent();
        });
    }

    /**
     * Performs an action on a resource, such as {@code listKeys}, or {@code deallocate} on a machine.
     *
     * @return what the action answers; missing when it has no body
     * @throws ArmError if there is no such resource or it has no such action
     */
    public JsonNode post(String id, String action, JsonNode body) throws ArmError {
        ArmId armId = parse(id, "");
        return Actions.changes(action) ? store.change(resources -> perform(armId, action, resources))
                : perform(armId, action, store.read());
    }

    private static JsonNode perform(ArmId id, String action, SortedMap<String, Resource> resources) throws ArmError {
        Optional<Resource> resource = Optional.ofNullable(resources.get(id.key()));
        return Actions.perform(resource.orElseThrow(() -> CommonRules.missing(id)), action);
    }

    /** All resources of a type as ARM answers a GET, sorted by id; role assignments that were made by hand come last. */
    public List<ObjectNode> list(String type) {
        Inventory inventory = new Inventory(store.read(), world);
        List<Resource> byHand = type.equalsIgnoreCase(RoleAssignments.TYPE) ? RoleAssignments.byHand(inventory) : List.of();
        return Stream.concat(inventory.all(type).stream(), byHand.stream())
                .map(resource -> answer(resource, inventory))
                .toList();
    }

    /** The machine with this name, or of the workstation that the document in its user data names. */
    public Optional<Machine> machine(String name) {
        Inventory inventory = new Inventory(store.read(), world);
        return VirtualMachines.named(name, inventory).map(machine -> Machine.of(machine, inventory));
    }

    /** The machine with this id. */
    public Optional<Machine> machineWithId(String id) {
        Inventory inventory = new Inventory(store.read(), world);
        return ArmId.parse(id)
                .filter(armId -> armId.isType(VirtualMachines.TYPE))
                .flatMap(inventory::deployed)
                .map(machine -> Machine.of(machine, inventory));
    }

    /** The subscription and who is signed in. */
    public Subscription subscription() {
        return world.subscription();
    }

    /** Who exists in the tenant. */
    public Directory directory() {
        return world.directory();
    }

    /** The built-in roles that can be assigned, GUID to name. */
    public Map<String, String> builtInRoles() {
        return world.roles();
    }

    /** Whether every vault has a certificate of this name. */
    public boolean hasCertificate(String name) {
        return world.hasCertificate(name);
    }

    /** Failures that azure.yaml asks for. */
    public List<Fault> faults() {
        return world.faults();
    }

    private static ArmId parse(String id, String armType) throws ArmError {
        return ArmId.parse(id).orElseThrow(() -> ArmError.badRequest(
                "InvalidResourceId", "The resource id '" + id + "' of type '" + armType + "' is not a valid id."));
    }

    private Put request(ArmId id, ObjectNode body, boolean preview, SortedMap<String, Resource> resources) {
        Inventory inventory = new Inventory(resources, world);
        ResourceType type = ResourceTypes.of(id);
        return new Put(
                id,
                type,
                preview ? Value.preview(body) : Value.certain(body),
                inventory.deployed(id),
                inventory,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                preview);
    }

    private static void judge(Put put) throws ArmError {
        CommonRules.judge(put);
        put.type().judge(put);
    }

    private static ObjectNode answer(Resource resource, Inventory inventory) {
        return ResourceTypes.of(resource.armId()).answer(resource, inventory);
    }
}
