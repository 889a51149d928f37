package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Storage accounts. */
final class StorageAccounts {
    static final String TYPE = "Microsoft.Storage/storageAccounts";
    private static final List<String> IMMUTABLE = List.of("isHnsEnabled", "isNfsV3Enabled", "dnsEndpointType");

    private StorageAccounts() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[a-z0-9]{3,24}",
                        "AccountNameInvalid",
                        "{name} is not a valid storage account name. Storage account name must be between 3 and 24"
                                + " characters in length and use numbers and lower-case letters only.")
                .regional()
                .checks(Identities::exist)
                .checks(StorageAccounts::nameIsFree)
                .checks(StorageAccounts::skuFitsKind)
                .checks(StorageAccounts::largeSharesFitSku)
                .checks(StorageAccounts::accessTierFitsKind)
                .checks(StorageAccounts::propertiesStay)
                .answers(Identities::answer)
                .answers(StorageAccounts::answer);
    }

    /** StorageAccountAlreadyTaken and StorageAccountInAnotherResourceGroup, 409; documented: error-storage-account-name. */
    private static void nameIsFree(Put put) throws ArmError {
        String name = put.id().name();
        if (put.world().isTaken(TYPE, name)) {
            throw conflict(
                    "StorageAccountAlreadyTaken", "The storage account named %s is already taken.".formatted(name));
        }
        for (Resource other : put.inventory().all(TYPE)) {
            if (other.armId().name().equalsIgnoreCase(name) && !other.armId().same(put.id())) {
                throw conflict(
                        "StorageAccountInAnotherResourceGroup",
                        "The account %s is already in another resource group in this subscription.".formatted(name));
            }
        }
    }

    /** InvalidSku, 400; from knowledge. */
    private static void skuFitsKind(Put put) throws ArmError {
        boolean premiumKind = put.at("kind").is("FileStorage") || put.at("kind").is("BlockBlobStorage");
        Optional<String> sku = put.at("sku.name").text();
        boolean wrong = premiumKind && sku.filter(name -> !name.startsWith("Premium_")).isPresent();
        if (put.at("sku.name").absent() || put.at("kind").absent() || wrong) {
            throw badRequest(
                    "InvalidSku",
                    "The sku %s is not valid for an account of kind %s."
                            .formatted(sku.orElse(""), put.at("kind").text().orElse("")));
        }
    }

    /** FeatureNotSupportedForAccount, 409; from knowledge. */
    private static void largeSharesFitSku(Put put) throws ArmError {
        boolean geo = put.at("sku.name").text().filter(sku -> sku.contains("GRS") || sku.contains("GZRS")).isPresent();
        if (geo && put.at("properties.largeFileSharesState").is("Enabled")) {
            throw conflict(
                    "FeatureNotSupportedForAccount", "Large file shares are not supported for geo-redundant accounts.");
        }
    }

    /** AccountPropertyCannotBeSet, 400; documented: common-deployment-errors (code). */
    private static void accessTierFitsKind(Put put) throws ArmError {
        if (put.at("kind").is("FileStorage") && put.at("properties.accessTier").known()) {
            throw badRequest(
                    "AccountPropertyCannotBeSet",
                    "The property accessTier cannot be set for an account of kind FileStorage.");
        }
    }

    /** AccountPropertyIsImmutable, 409; from knowledge. */
    private static void propertiesStay(Put put) throws ArmError {
        for (String name : IMMUTABLE) {
            boolean was = put.existing().filter(before -> before.at("properties." + name).known()).isPresent();
            boolean on = put.at("properties." + name).isTrue() || !put.at("properties." + name).node().isBoolean();
            if (put.changes("properties." + name) && (was || on)) {
                throw conflict(
                        "AccountPropertyIsImmutable",
                        "The property '%s' of a storage account cannot be changed.".formatted(name));
            }
        }
        if (put.changes("kind")
                && !(put.existing().orElseThrow().at("kind").is("Storage")
                        && put.at("kind").is("StorageV2"))) {
            throw conflict("AccountPropertyIsImmutable", "The kind of a storage account cannot be changed.");
        }
    }

    private static void answer(Resource account, Members body, Inventory inventory) {
        String name = account.armId().name();
        Stream.of("blob", "dfs", "file", "queue", "table")
                .forEach(service -> body.set(
                        "properties.primaryEndpoints." + service,
                        "https://" + name + "." + service + ".core.windows.net/"));
        String stamp = "z" + (1 + Integer.parseInt(Derived.hex(account.armId(), "stamp", 2), 16) % 20);
        body.set("properties.primaryEndpoints.web", "https://" + name + "." + stamp + ".web.core.windows.net/")
                .set("properties.primaryLocation", account.location())
                .set("properties.statusOfPrimary", "available")
                .set("properties.provisioningState", "Succeeded")
                .set("properties.creationTime", account.created())
                .set("properties.keyCreationTime.key1", account.created())
                .set("properties.keyCreationTime.key2", account.created())
                .set("sku.tier", body.text("sku.name").startsWith("Premium") ? "Premium" : "Standard")
                .byDefault("properties.supportsHttpsTrafficOnly", true)
                .byDefault("properties.minimumTlsVersion", "TLS1_0")
                .byDefault("properties.encryption.keySource", "Microsoft.Storage")
                .byDefault("properties.networkAcls.bypass", "AzureServices")
                .byDefault("properties.networkAcls.defaultAction", "Allow")
                .emptyListByDefault("properties.networkAcls.ipRules")
                .emptyListByDefault("properties.networkAcls.virtualNetworkRules");
        if (body.text("sku.tier").equals("Standard")) {
            body.byDefault("properties.accessTier", "Hot");
        }
        PrivateConnections.answer(account, body, inventory);
    }
}
