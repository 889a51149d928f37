package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.resources.ResourceGroup;
import com.pulumi.azurenative.resources.ResourceGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;

/** The stack's two resource groups: {@code data}, which is protected, and {@code compute}, where things come and go. */
public final class ResourceGroups extends ComponentResource {
    private final ResourceGroup data;
    private final ResourceGroup compute;

    public record Args(Site site) {}

    public ResourceGroups(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:ResourceGroups", name, options);
        this.data = data(name, args.site());
        this.compute = compute(name, args.site());
        registerOutputs(Map.of("dataId", data.id(), "computeId", compute.id()));
    }

    public Output<String> dataName() {
        return data.name();
    }

    public Output<String> dataId() {
        return data.id();
    }

    public Output<String> computeName() {
        return compute.name();
    }

    public Output<String> computeId() {
        return compute.id();
    }

    private ResourceGroup data(String name, Site site) {
        return new ResourceGroup(
                name + "-data", group(site, site.names().dataGroup()), ChildOptions.protectedOf(this, List.of(), "location"));
    }

    private ResourceGroup compute(String name, Site site) {
        return new ResourceGroup(name + "-compute", group(site, site.names().computeGroup()), ChildOptions.of(this));
    }

    private static ResourceGroupArgs group(Site site, String physicalName) {
        return ResourceGroupArgs.builder()
                .resourceGroupName(physicalName)
                .location(site.region().name())
                .tags(Tags.shared(site.team()))
                .build();
    }
}
