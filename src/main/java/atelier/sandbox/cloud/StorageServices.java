package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The file and blob service of a storage account, and file shares. */
final class StorageServices {
    static final String FILE_SERVICE_TYPE = StorageAccounts.TYPE + "/fileServices";
    static final String BLOB_SERVICE_TYPE = StorageAccounts.TYPE + "/blobServices";
    static final String SHARE_TYPE = FILE_SERVICE_TYPE + "/shares";
    private static final int DAYS_IN_YEAR = 365;

    private StorageServices() {}

    static Stream<ResourceType> types() {
        return Stream.of(fileService(), blobService(), share());
    }

    private static ResourceType fileService() {
        return service(FILE_SERVICE_TYPE, "InvalidParameterValue")
                .checks(put -> days(put, "properties.shareDeleteRetentionPolicy.days", DAYS_IN_YEAR))
                .checks(StorageServices::multichannelNeedsPremium);
    }

    private static ResourceType blobService() {
        return service(BLOB_SERVICE_TYPE, "BadRequest")
                .checks(put -> days(put, "properties.deleteRetentionPolicy.days", DAYS_IN_YEAR))
                .checks(put -> days(put, "properties.containerDeleteRetentionPolicy.days", DAYS_IN_YEAR))
                .checks(put -> days(put, "properties.changeFeed.retentionInDays", 146000))
                .checks(StorageServices::restoreNeedsHistory);
    }

    private static ResourceType service(String type, String code) {
        return ResourceType.named(type)
                .nameLike("default", code, "The service is called 'default', not '{name}'.")
                .checksDelete(StorageServices::stays)
                .answers((service, body, inventory) -> inventory
                        .find(service.armId().parent().orElseThrow())
                        .flatMap(account -> account.at("sku.name").text())
                        .ifPresent(sku -> body.set("sku.name", sku)
                                .set("sku.tier", sku.startsWith("Premium") ? "Premium" : "Standard")));
    }

    private static ResourceType share() {
        return ResourceType.named(SHARE_TYPE)
                .nameLike(
                        "(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
                        "InvalidResourceName",
                        "The share name '{name}' is invalid: 3 to 63 characters.")
                .checks(StorageServices::quotaIsInRange)
                .checks(StorageServices::protocolFitsKind)
                .checks(StorageServices::tierFitsKind)
                .immutable("properties.enabledProtocols", "enabledProtocols")
                .answers(StorageServices::answerShare);
    }

    /** MethodNotAllowed, 405: a service goes with its account only; from knowledge. */
    private static void stays(Resource service, Inventory inventory) throws ArmError {
        throw new ArmError(405, "MethodNotAllowed", "The service %s cannot be deleted.".formatted(service.id()));
    }

    /** InvalidXmlDocument, 400; documented: schema. */
    private static void days(Put put, String path, int most) throws ArmError {
        if (put.at(path).number().filter(days -> days < 1 || days > most).isPresent()) {
            throw badRequest(
                    "InvalidXmlDocument",
                    "XML specified is not syntactically valid: %s is 1 to %d.".formatted(path, most));
        }
    }

    private static Optional<Resource> account(Put put) {
        ArmId id = put.id();
        while (!id.isType(StorageAccounts.TYPE)) {
            id = id.parent().orElseThrow();
        }
        return put.inventory().deployed(id);
    }

    private static boolean isKind(Put put, String kind) {
        return account(put).filter(found -> found.at("kind").is(kind)).isPresent();
    }

    private static boolean isOtherKind(Put put, String kind) {
        return account(put).filter(found -> found.at("kind").isNot(kind)).isPresent();
    }

    /** FeatureNotSupportedForAccount, 400; from knowledge. */
    private static void multichannelNeedsPremium(Put put) throws ArmError {
        if (put.at("properties.protocolSettings.smb.multichannel.enabled").isTrue()
                && isOtherKind(put, "FileStorage")) {
            throw badRequest("FeatureNotSupportedForAccount", "SMB multichannel needs an account of kind FileStorage.");
        }
    }

    /** ConflictFeatureEnabled, 409; from knowledge, the code is not certain. */
    private static void restoreNeedsHistory(Put put) throws ArmError {
        boolean missing = Stream.of(
                        "properties.isVersioningEnabled",
                        "properties.changeFeed.enabled",
                        "properties.deleteRetentionPolicy.enabled")
                .anyMatch(path -> put.at(path).absent() || put.at(path).isFalse());
        if (put.at("properties.restorePolicy.enabled").isTrue() && missing) {
            throw conflict(
                    "ConflictFeatureEnabled",
                    "A restore policy needs versioning, the change feed and delete retention.");
        }
    }

    /** InvalidParameterValue, 400; documented: schema (1..102400), the limit without large shares from knowledge. */
    private static void quotaIsInRange(Put put) throws ArmError {
        boolean premium = isKind(put, "FileStorage");
        boolean small = account(put)
                .filter(found -> !premium && found.at("properties.largeFileSharesState").isNot("Enabled"))
                .isPresent();
        int least = premium ? 100 : 1;
        int most = small ? 5120 : 102400;
        if (put.at("properties.shareQuota").number().filter(size -> size < least || size > most).isPresent()) {
            throw badRequest(
                    "InvalidParameterValue",
                    "The share quota must be %d to %d GiB for this account.".formatted(least, most));
        }
    }

    /** FeatureNotSupportedForAccount and InvalidParameterValue, 400; from knowledge. */
    private static void protocolFitsKind(Put put) throws ArmError {
        boolean nfs = put.at("properties.enabledProtocols").is("NFS");
        if (nfs && isOtherKind(put, "FileStorage")) {
            throw badRequest("FeatureNotSupportedForAccount", "NFS shares need an account of kind FileStorage.");
        }
        if (put.at("properties.rootSquash").known() && put.at("properties.enabledProtocols").isNot("NFS")) {
            throw badRequest("InvalidParameterValue", "rootSquash is for NFS shares.");
        }
    }

    /** InvalidParameterValue, 400; from knowledge. */
    private static void tierFitsKind(Put put) throws ArmError {
        if (put.at("properties.accessTier").is("Premium") && isOtherKind(put, "FileStorage")) {
            throw badRequest("InvalidParameterValue", "The access tier Premium needs an account of kind FileStorage.");
        }
    }

    private static void answerShare(Resource share, Members body, Inventory inventory) {
        body.set(
                        "etag",
                        "\"0x8"
                                + Derived.hex(share.armId(), "etag " + share.revision(), 14)
                                        .toUpperCase(Locale.ROOT) + "\"")
                .set("properties.lastModifiedTime", share.changed())
                .set("properties.leaseState", "available")
                .set("properties.leaseStatus", "unlocked")
                .byDefault("properties.shareQuota", 5120)
                .byDefault("properties.accessTier", "TransactionOptimized")
                .byDefault("properties.enabledProtocols", "SMB");
    }
}
