package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.keyvault.VaultArgs;
import com.pulumi.azurenative.keyvault.enums.SkuName;
import com.pulumi.azurenative.keyvault.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.keyvault.inputs.SkuArgs;
import com.pulumi.azurenative.keyvault.inputs.VaultPropertiesArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;

/** The key vault of the workspace and of the workstations' certificate: private, by role, never purged early. */
public final class Vault extends ComponentResource {
    /** Days for which a deleted vault keeps its name; fixed at creation. */
    static final int SOFT_DELETE_DAYS = 90;

    private final com.pulumi.azurenative.keyvault.Vault vault;

    public record Args(Site site, ResourceGroups groups) {}

    public Vault(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Vault", name, options);
        this.vault = vault(name, args);
        registerOutputs(Map.of("id", vault.id()));
    }

    public Output<String> id() {
        return vault.id();
    }

    /**
     * The address of its secrets, with a slash at the end. It follows from the name, so a preview knows it even while tags
     * change.
     */
    public Output<String> uri() {
        return vault.name().applyValue(name -> "https://" + name + ".vault.azure.net/");
    }

    private com.pulumi.azurenative.keyvault.Vault vault(String name, Args args) {
        return new com.pulumi.azurenative.keyvault.Vault(
                name,
                VaultArgs.builder()
                        .vaultName(args.site().names().vault())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .properties(properties(args.site()))
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.protectedOf(
                        this, List.of(), "location", "properties.tenantId", "properties.softDeleteRetentionInDays"));
    }

    private static VaultPropertiesArgs properties(Site site) {
        return VaultPropertiesArgs.builder()
                .tenantId(site.tenantId().value())
                .sku(SkuArgs.builder().family("A").name(SkuName.Standard).build())
                .enableRbacAuthorization(true)
                .enableSoftDelete(true)
                .softDeleteRetentionInDays(SOFT_DELETE_DAYS)
                .enablePurgeProtection(true)
                .enabledForDeployment(false)
                .enabledForDiskEncryption(false)
                .enabledForTemplateDeployment(false)
                .publicNetworkAccess("Disabled")
                .networkAcls(NetworkRuleSetArgs.builder()
                        .bypass("AzureServices")
                        .defaultAction("Deny")
                        .build())
                .build();
    }
}
