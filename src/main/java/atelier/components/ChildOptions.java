package atelier.components;

import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;

/** The resource options that the components' children share. */
final class ChildOptions {
    private ChildOptions() {}

    /** A child that comes and goes with its component. */
    static CustomResourceOptions of(Resource parent, Resource... dependsOn) {
        return CustomResourceOptions.builder().parent(parent).dependsOn(dependsOn).build();
    }

    /** A child of whose outputs these are encrypted in the state. */
    static CustomResourceOptions secretiveOf(Resource parent, String... secretOutputs) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .additionalSecretOutputs(secretOutputs)
                .build();
    }

    /**
     * A child that holds what nobody can make again.
     *
     * @param immutable the inputs that Azure never changes in place and that the provider does not know to be so: naming them
     *     turns such a change into a replacement, which the engine refuses in the preview because the resource is protected
     */
    static CustomResourceOptions protectedOf(Resource parent, List<Resource> dependsOn, String... immutable) {
        return CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(dependsOn)
                .protect(true)
                .replaceOnChanges(immutable)
                .build();
    }
}
