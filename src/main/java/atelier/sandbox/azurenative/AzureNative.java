package atelier.sandbox.azurenative;

import atelier.sandbox.arm.ArmShape;
import atelier.sandbox.arm.ResourceId;
import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Schema;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The provider's operations, on Jackson trees; may be called from many threads. */
public final class AzureNative {
    private static final int NOT_FOUND = 404;

    private final Schema schema;
    private final ArmShape shape;
    private final Cloud cloud;
    private final Defaults defaults;
    private final Functions functions;
    // A process serves one plan, and the engine previews what a resource depends on before the resource.
    private final Set<String> planned = ConcurrentHashMap.newKeySet();

    /**
     * A provider of one simulated Azure.
     *
     * @param location the configured {@code azure-native:location}
     */
    public AzureNative(Schema schema, Cloud cloud, Optional<String> location) {
        this.schema = schema;
        this.shape = new ArmShape(schema);
        this.cloud = cloud;
        this.defaults = new Defaults(cloud, location);
        this.functions = new Functions(schema, shape, cloud);
    }

    /** Fills in the name and the location and judges the inputs. */
    public Checked check(Urn urn, ObjectNode olds, ObjectNode news) {
        ResourceType type = schema.resource(urn.type());
        ObjectNode inputs = news.deepCopy();
        defaults.fill(type, urn.name(), olds, inputs);
        return new Checked(inputs, InputCheck.problems(type, inputs));
    }

    /** Plans the step from a resource to new inputs. */
    public Plan diff(Urn urn, Resource old, ObjectNode news) {
        Plan plan = Planner.plan(schema.resource(urn.type()), old.inputs(), old.outputs(), news);
        if (plan.deleteFirst()) {
            planned.add(old.id());
        }
        return plan;
    }

    /** Creates a resource. */
    public Resource create(Urn urn, ObjectNode inputs) {
        ResourceType type = schema.resource(urn.type());
        String id = ResourceId.of(type, subscription(), inputs)
                .orElseThrow(() -> new Refusal("the name or the scope of '" + urn.name() + "' is not known"));
        if (!type.facts().singleton() && cloud.get(id).isPresent()) {
            throw new Refusal("cannot create already existing resource '" + id + "'");
        }
        return put(type, id, inputs, body(type, inputs, Optional.empty()));
    }

    /** What creating a resource would give, once ARM has judged as much as is known. */
    public Resource previewCreate(Urn urn, ObjectNode inputs) {
        ResourceType type = schema.resource(urn.type());
        // Something at the id means a replacement that deletes it first: ARM must not compare the two.
        ResourceId.of(type, subscription(), inputs).ifPresent(id ->
                judge(cloud::judgeReplacement, type, id, body(type, inputs, Optional.empty())));
        return new Resource("", inputs, Forecast.outputs(type, inputs));
    }

    /** Updates a resource in place. */
    public Resource update(Urn urn, String id, ObjectNode inputs) {
        ResourceType type = schema.resource(urn.type());
        return put(type, id, inputs, body(type, inputs, cloud.get(id)));
    }

    /** What updating a resource would give, once ARM has judged the change against the resource as it is. */
    public Resource previewUpdate(Urn urn, Resource old, ObjectNode inputs) {
        ResourceType type = schema.resource(urn.type());
        judge(cloud::judgePut, type, old.id(), body(type, inputs, cloud.get(old.id())));
        ObjectNode outputs = Forecast.outputs(type, inputs);
        for (String kept : new String[] {"name", "location"}) {
            if (old.outputs().hasNonNull(kept) && outputs.has(kept)) {
                outputs.set(kept, old.outputs().get(kept));
            }
        }
        return new Resource(old.id(), inputs, outputs);
    }

    /** The resource as it is now, or empty if it is gone; without old inputs, as in an import, they are derived. */
    public Optional<Resource> read(Urn urn, Resource old) {
        ResourceType type = schema.resource(urn.type());
        return cloud.get(old.id()).map(body -> {
            ObjectNode outputs = shape.toOutputs(type.token(), body);
            return new Resource(body.path("id").asText(old.id()), inputs(type, old, outputs), outputs);
        });
    }

    /** Deletes a resource; one that is gone already is no error. */
    public void delete(Urn urn, String id) {
        ResourceType type = schema.resource(urn.type());
        try {
            if (!type.facts().singleton()) {
                cloud.delete(id, ResourceId.armType(type, id));
            } else if (type.facts().resetBody().isPresent() && cloud.get(id).isPresent()) {
                cloud.put(id, ResourceId.armType(type, id), type.facts().resetBody().get().deepCopy());
            }
        } catch (ArmError error) {
            if (error.http() != NOT_FOUND) {
                throw Refusal.of(error);
            }
        }
    }

    /** Calls one of the provider's functions. */
    public Invoked invoke(String token, ObjectNode arguments) {
        return functions.invoke(token, arguments);
    }

    private ObjectNode inputs(ResourceType type, Resource old, ObjectNode outputs) {
        if (old.inputs().isEmpty()) {
            return shape.toInputs(type.token(), old.id(), outputs).orElseThrow(() -> new Refusal("'" + old.id()
                    + "' is not the id of " + type.token() + "; such an id looks like " + type.facts().id()));
        }
        return Drift.apply(old.inputs(), shape.toInputs(type.token(), old.outputs()), shape.toInputs(type.token(), outputs));
    }

    // azure-native manages these lists of a resource only when the program gives them.
    private ObjectNode body(ResourceType type, ObjectNode inputs, Optional<ObjectNode> current) {
        ObjectNode body = shape.toArm(type.token(), inputs);
        for (String path : type.facts().unmanagedWhenUnset()) {
            JsonPointer pointer = JsonPointer.compile("/" + path.replace('.', '/'));
            if (body.at(pointer).isMissingNode()) {
                JsonNode kept = current.map(resource -> resource.at(pointer)).filter(JsonNode::isArray).orElse(body.arrayNode());
                body.withObject(pointer.head()).set(pointer.last().getMatchingProperty(), kept);
            }
        }
        return body;
    }

    private Resource put(ResourceType type, String id, ObjectNode inputs, ObjectNode body) {
        try {
            ObjectNode answer = cloud.put(id, ResourceId.armType(type, id), body);
            return new Resource(answer.path("id").asText(id), inputs, shape.toOutputs(type.token(), answer));
        } catch (ArmError error) {
            throw Refusal.of(error);
        }
    }

    /** One of the ways in which ARM judges a request without doing it. */
    private interface Judgement {
        void of(String id, String armType, ObjectNode body, Set<String> changing) throws ArmError;
    }

    private void judge(Judgement judgement, ResourceType type, String id, ObjectNode body) {
        try {
            judgement.of(id, ResourceId.armType(type, id), body, planned);
        } catch (ArmError error) {
            throw Refusal.of(error);
        }
        planned.add(id);
    }

    private String subscription() {
        return cloud.subscription().subscriptionId();
    }
}
