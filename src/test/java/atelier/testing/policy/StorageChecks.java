package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** STO: storage accounts and what protects the files in them. */
final class StorageChecks {
    private static final String ACCOUNT = "storage:StorageAccount";
    private static final String FILES = "storage:FileServiceProperties";
    private static final int LEAST_RETENTION_DAYS = 7;

    private StorageChecks() {}

    static List<Check> all() {
        return List.of(
                Check.everyHas("STO-01", ACCOUNT, "enableHttpsTrafficOnly", "true"),
                Check.everyHas("STO-02", ACCOUNT, "minimumTlsVersion", "TLS1_2"),
                Check.everyHas("STO-03", ACCOUNT, "allowBlobPublicAccess", "false"),
                Check.everyHasAtMost("STO-03", "storage:BlobContainer", "publicAccess", "None"),
                Check.everyHas("STO-04", ACCOUNT, "networkRuleSet.defaultAction", "Deny"),
                Check.everyHas("STO-04", ACCOUNT, "publicNetworkAccess", "Disabled"),
                Check.every("STO-04", ACCOUNT, "no address is excepted", account -> account.input("networkRuleSet.ipRules")
                        .isEmpty()),
                Check.everyHas("STO-05", ACCOUNT, "networkRuleSet.bypass", "AzureServices"),
                Check.every("STO-06", ACCOUNT, "account keys are off unless the account holds the share",
                        StorageChecks::keysOffOrShare),
                Check.every("STO-07", ACCOUNT, "signatures and keys expire", StorageChecks::expire),
                Check.every("STO-08", ACCOUNT, "deleted blobs, containers and shares are kept a week",
                        StorageChecks::keepsWhatIsDeleted),
                Check.everyHas("STO-09", ACCOUNT, "allowCrossTenantReplication", "false"),
                Check.everyHas("STO-09", ACCOUNT, "isLocalUserEnabled", "false"),
                Check.everyHasAtMost("STO-09", ACCOUNT, "isSftpEnabled", "false"),
                Check.everyHasAtMost("STO-09", ACCOUNT, "enableNfsV3", "false"),
                Check.every("STO-10", FILES, "SMB 3.1.1 with AES-256 alone", StorageChecks::onlyStrongSmb));
    }

    private static boolean keysOffOrShare(Registration account, Recorded all) {
        boolean holdsShare = all.ofType("storage:FileShare").all().stream().anyMatch(share -> belongsTo(share, account));
        return account.input("allowSharedKeyAccess").isBoolean()
                && (holdsShare || !account.input("allowSharedKeyAccess").asBoolean());
    }

    private static boolean expire(Registration account) {
        return account.input("sasPolicy.sasExpirationPeriod").isTextual()
                && account.input("keyPolicy.keyExpirationPeriodInDays").asInt() > 0;
    }

    private static boolean keepsWhatIsDeleted(Registration account, Recorded all) {
        Optional<Registration> blobs = serviceOf(account, "storage:BlobServiceProperties", all);
        Optional<Registration> files = serviceOf(account, FILES, all);
        return blobs.filter(service -> retains(service, "deleteRetentionPolicy")).isPresent()
                && blobs.filter(service -> retains(service, "containerDeleteRetentionPolicy")).isPresent()
                && files.filter(service -> retains(service, "shareDeleteRetentionPolicy")).isPresent();
    }

    private static boolean retains(Registration service, String policy) {
        return service.input(policy + ".enabled").asBoolean() && service.input(policy + ".days").asInt() >= LEAST_RETENTION_DAYS;
    }

    private static boolean onlyStrongSmb(Registration files) {
        String smb = "protocolSettings.smb.";
        return files.input(smb + "versions").asText().matches("SMB3\\.1\\.1;?")
                && files.input(smb + "channelEncryption").asText().matches("AES-256-GCM;?")
                && files.input(smb + "kerberosTicketEncryption").asText().matches("AES-256;?");
    }

    private static Optional<Registration> serviceOf(Registration account, String type, Recorded all) {
        return all.ofType(type).all().stream().filter(service -> belongsTo(service, account)).findFirst();
    }

    private static boolean belongsTo(Registration child, Registration account) {
        return child.id().toLowerCase(Locale.ROOT).startsWith(account.id().toLowerCase(Locale.ROOT) + "/");
    }
}
