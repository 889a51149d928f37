package atelier.testing.arm;

import atelier.sandbox.arm.ArmShape;
import atelier.sandbox.arm.ResourceId;
import atelier.sandbox.schema.ResourceType;
import atelier.sandbox.schema.Schema;
import atelier.testing.Registration;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What is sent to ARM for a registered resource, by the sandbox's table of types. */
public final class ArmBodies {
    private final Schema schema = Schema.load();
    private final ArmShape shape = new ArmShape(schema);

    /** Violations of one resource's body, each after the resource's type and name. */
    public List<String> violations(ArmSchemas schemas, Registration resource) {
        ObjectNode body = shape.toArm(resource.type(), (ObjectNode) resource.inputs());
        return schemas.violations(armType(resource), apiVersion(resource), armName(resource), body).stream()
                .map(violation -> resource + ": " + violation)
                .toList();
    }

    public boolean hasSchema(ArmSchemas schemas, Registration resource) {
        return schemas.knows(armType(resource), apiVersion(resource));
    }

    private String armType(Registration resource) {
        return ResourceId.armType(type(resource), resource.id());
    }

    private String apiVersion(Registration resource) {
        return type(resource).facts().apiVersion();
    }

    private ResourceType type(Registration resource) {
        return schema.resource(resource.type());
    }

    /** The names of the parents below the provider and its own, such as {@code st/default/code}. */
    private static String armName(Registration resource) {
        int providers = resource.id().lastIndexOf("/providers/");
        String[] parts = resource.id().substring(providers < 0 ? 0 : providers + "/providers/".length()).split("/");
        List<String> names = new ArrayList<>();
        for (int i = 2; i < parts.length && providers >= 0; i += 2) {
            names.add(parts[i]);
        }
        return providers < 0 ? parts[parts.length - 1] : String.join("/", names);
    }
}
