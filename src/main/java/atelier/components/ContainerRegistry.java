package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.containerregistry.Registry;
import com.pulumi.azurenative.containerregistry.RegistryArgs;
import com.pulumi.azurenative.containerregistry.inputs.ExportPolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.containerregistry.inputs.PoliciesArgs;
import com.pulumi.azurenative.containerregistry.inputs.RetentionPolicyArgs;
import com.pulumi.azurenative.containerregistry.inputs.SkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;

/** The registry of the workspace's images: private, opened by role only. */
public final class ContainerRegistry extends ComponentResource {
    private static final int UNTAGGED_DAYS = 30;

    private final Registry registry;

    public record Args(Site site, ResourceGroups groups) {}

    public ContainerRegistry(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:ContainerRegistry", name, options);
        this.registry = registry(name, args);
        registerOutputs(Map.of("id", registry.id()));
    }

    public Output<String> id() {
        return registry.id();
    }

    private Registry registry(String name, Args args) {
        return new Registry(
                name,
                RegistryArgs.builder()
                        .registryName(args.site().names().registry())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        // Private endpoints and a closed public face exist in this tier only.
                        .sku(SkuArgs.builder().name("Premium").build())
                        .adminUserEnabled(false)
                        .publicNetworkAccess("Disabled")
                        .networkRuleBypassOptions("AzureServices")
                        .networkRuleSet(NetworkRuleSetArgs.builder().defaultAction("Deny").build())
                        .policies(policies())
                        .zoneRedundancy("Disabled")
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.protectedOf(this, List.of(), "location", "zoneRedundancy"));
    }

    private static PoliciesArgs policies() {
        return PoliciesArgs.builder()
                .exportPolicy(ExportPolicyArgs.builder().status("disabled").build())
                .retentionPolicy(RetentionPolicyArgs.builder()
                        .status("enabled")
                        .days(UNTAGGED_DAYS)
                        .build())
                .build();
    }
}
