package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.Optional;

/** Key vaults. */
final class Vaults {
    static final String TYPE = "Microsoft.KeyVault/vaults";
    private static final String RETENTION = "properties.softDeleteRetentionInDays";
    private static final String PURGE_PROTECTION = "properties.enablePurgeProtection";

    private Vaults() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "(?!.*--)[a-zA-Z][a-zA-Z0-9-]{1,22}[a-zA-Z0-9]",
                        "VaultNameNotValid",
                        "The vault name '{name}' is invalid. A vault's name must be between 3-24 alphanumeric"
                                + " characters. The name must begin with a letter, end with a letter or digit, and not"
                                + " contain consecutive hyphens. Follow this link for more information: "
                                + "https://go.microsoft.com/fwlink/?linkid=2147742")
                .regional()
                .checks(Vaults::nameIsFree)
                .checks(Vaults::skuAndTenant)
                .checks(Vaults::protectionIsOneWay)
                .checks(Vaults::softDeleteStaysOn)
                .checks(Vaults::retentionIsFixed)
                .checks(Vaults::accessIsSaid)
                .answers(SystemData::answer)
                .answers(Vaults::answer);
    }

    /** VaultAlreadyExists, 409; documented: Azure/azure-powershell#15115. */
    private static void nameIsFree(Put put) throws ArmError {
        if (put.nameIsTaken()) {
            throw conflict(
                    "VaultAlreadyExists",
                    ("The vault name '%s' is already in use. Vault names are globaly unique so it is possible that the"
                        + " name is already taken. If you are sure that the vault name was not taken then it is"
                        + " possible that a vault with the same name was recently deleted but not purged after being"
                        + " placed in a recoverable state. If the vault is in a recoverable state then the vault will"
                        + " need to be purged before reusing the name. For more information on soft delete and purging"
                        + " a vault follow this link https://go.microsoft.com/fwlink/?linkid=2147740.")
                            .formatted(put.id().name()));
        }
    }

    /** BadRequest, 400; documented: schema (required members). */
    private static void skuAndTenant(Put put) throws ArmError {
        String tenant = put.world().subscription().tenantId();
        if (put.at("properties.sku.name").absent() || put.at("properties.tenantId").absent()) {
            throw badRequest("BadRequest", "A vault needs properties.sku and properties.tenantId.");
        }
        if (put.at("properties.tenantId").known() && put.at("properties.tenantId").isNot(tenant)) {
            throw badRequest(
                    "BadRequest",
                    "The tenant of vault '%s' is not the tenant of its subscription, %s."
                            .formatted(put.id().name(), tenant));
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void protectionIsOneWay(Put put) throws ArmError {
        boolean wasOn = put.existing().filter(before -> before.at(PURGE_PROTECTION).isTrue()).isPresent();
        if (put.at(PURGE_PROTECTION).isFalse() || wasOn && put.at(PURGE_PROTECTION).absent()) {
            throw badRequest(
                    "BadRequest",
                    "The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection for"
                            + " a vault is an irreversible action.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void softDeleteStaysOn(Put put) throws ArmError {
        if (put.at("properties.enableSoftDelete").isFalse()) {
            throw badRequest(
                    "BadRequest",
                    "The property \"enableSoftDelete\" can be set to false only for creating new vault. Enabling the"
                            + " 'soft delete' functionality is an irreversible action.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void retentionIsFixed(Put put) throws ArmError {
        Optional<Integer> days = put.at(RETENTION).number();
        if (days.filter(number -> number < 7 || number > 90).isPresent()) {
            throw badRequest("BadRequest", "The property \"softDeleteRetentionInDays\" must be 7 to 90.");
        }
        if (put.changes(RETENTION)) {
            throw badRequest(
                    "BadRequest",
                    "The property \"softDeleteRetentionInDays\" has been set already and it can't be modified.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void accessIsSaid(Put put) throws ArmError {
        boolean byRoles = put.at("properties.enableRbacAuthorization").isTrue();
        boolean unsure = !put.at("properties.enableRbacAuthorization").known() && put.preview();
        if (!byRoles
                && !unsure
                && put.at("properties.accessPolicies").absent()
                && put.at("properties.createMode").isNot("recover")) {
            throw badRequest("BadRequest", "The parameter accessPolicies is not specified.");
        }
    }

    private static void answer(Resource vault, Members body, Inventory inventory) {
        body.set("properties.vaultUri", "https://" + vault.armId().name() + ".vault.azure.net/")
                .set("properties.provisioningState", "Succeeded")
                .byDefault("properties.enableSoftDelete", true)
                .byDefault(RETENTION, 90)
                .byDefault("properties.enableRbacAuthorization", false)
                .byDefault("properties.publicNetworkAccess", "Enabled");
        PrivateConnections.answer(vault, body, inventory);
    }
}
