package atelier.testing.policy;

import atelier.testing.Registration;
import java.util.List;

/** KV and ACR: the vault and the container registry. */
final class VaultChecks {
    private static final String VAULT = "keyvault:Vault";
    private static final String REGISTRY = "containerregistry:Registry";

    private VaultChecks() {}

    static List<Check> all() {
        return List.of(
                Check.everyHas("KV-01", VAULT, "properties.enablePurgeProtection", "true"),
                Check.everyHas("KV-01", VAULT, "properties.enableSoftDelete", "true"),
                Check.every("KV-01", VAULT, "says how long it keeps what is deleted",
                        vault -> vault.input("properties.softDeleteRetentionInDays").asInt() >= 7),
                Check.everyHas("KV-02", VAULT, "properties.networkAcls.defaultAction", "Deny"),
                Check.everyHas("KV-02", VAULT, "properties.publicNetworkAccess", "disabled"),
                Check.everyHas("KV-03", VAULT, "properties.enableRbacAuthorization", "true"),
                Check.every("KV-03", VAULT, "no access policies", vault -> vault.input("properties.accessPolicies").isEmpty()),
                new Check("KV-04", "expires", VaultChecks::isVaultItem,
                        (item, all) -> item.input("properties.attributes.expires").asLong() > 0),
                Check.every("KV-05", VAULT, "its audit log is kept", OperationsChecks::logsAreKept),
                Check.everyHas("ACR-01", REGISTRY, "adminUserEnabled", "false"),
                Check.everyHas("ACR-02", REGISTRY, "publicNetworkAccess", "Disabled"),
                Check.everyHas("ACR-02", REGISTRY, "sku.name", "Premium"));
    }

    private static boolean isVaultItem(Registration registration) {
        return registration.type().matches("azure-native:keyvault:(Secret|Key)");
    }
}
