package atelier.components;

import atelier.model.Files;
import atelier.naming.Names;
import atelier.naming.Tags;
import com.pulumi.azurenative.storage.BlobServiceProperties;
import com.pulumi.azurenative.storage.BlobServicePropertiesArgs;
import com.pulumi.azurenative.storage.FileServiceProperties;
import com.pulumi.azurenative.storage.FileServicePropertiesArgs;
import com.pulumi.azurenative.storage.FileShare;
import com.pulumi.azurenative.storage.FileShareArgs;
import com.pulumi.azurenative.storage.StorageAccount;
import com.pulumi.azurenative.storage.StorageAccountArgs;
import com.pulumi.azurenative.storage.enums.AccessTier;
import com.pulumi.azurenative.storage.enums.DefaultAction;
import com.pulumi.azurenative.storage.inputs.DeleteRetentionPolicyArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionServiceArgs;
import com.pulumi.azurenative.storage.inputs.EncryptionServicesArgs;
import com.pulumi.azurenative.storage.inputs.KeyPolicyArgs;
import com.pulumi.azurenative.storage.inputs.NetworkRuleSetArgs;
import com.pulumi.azurenative.storage.inputs.ProtocolSettingsArgs;
import com.pulumi.azurenative.storage.inputs.SasPolicyArgs;
import com.pulumi.azurenative.storage.inputs.SkuArgs;
import com.pulumi.azurenative.storage.inputs.SmbSettingArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;

/** The team's files: the storage account of the workspace with the share that every workstation mounts. */
public final class UserFiles extends ComponentResource {
    private static final int KEY_DAYS = 90;
    private static final String SAS_PERIOD = "1.00:00:00";

    private final StorageAccount account;
    private final FileServiceProperties fileService;
    private final BlobServiceProperties blobService;
    private final FileShare share;

    public record Args(Site site, ResourceGroups groups, Files files) {}

    public UserFiles(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:UserFiles", name, options);
        this.account = account(name, args);
        this.fileService = fileService(name, args);
        this.blobService = blobService(name, args);
        this.share = share(name, args);
        registerOutputs(Map.of("accountId", account.id(), "shareName", share.name()));
    }

    public Output<String> accountId() {
        return account.id();
    }

    public Output<String> accountName() {
        return account.name();
    }

    public Output<String> shareName() {
        return share.name();
    }

    /** The ARM id of the account's file service, known once the service is set up. */
    public Output<String> fileServiceId() {
        return fileService.id();
    }

    /** The ARM id of the account's blob service, known once the service is set up. */
    public Output<String> blobServiceId() {
        return blobService.id();
    }

    private StorageAccount account(String name, Args args) {
        return new StorageAccount(
                name + "-storage",
                StorageAccountArgs.builder()
                        .accountName(args.site().names().storageAccount())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .kind("StorageV2")
                        // Three zones: the files outlive every machine, and a data centre.
                        .sku(SkuArgs.builder().name("Standard_ZRS").build())
                        .accessTier(AccessTier.Hot)
                        .largeFileSharesState("Enabled")
                        .isHnsEnabled(false)
                        .enableHttpsTrafficOnly(true)
                        .minimumTlsVersion("TLS1_2")
                        .publicNetworkAccess("Disabled")
                        .networkRuleSet(NetworkRuleSetArgs.builder()
                                .bypass("AzureServices")
                                .defaultAction(DefaultAction.Deny)
                                .build())
                        .allowBlobPublicAccess(false)
                        .allowCrossTenantReplication(false)
                        // At this API version the workspace's own datastores use the account key, and so does the SMB mount
                        // of the share; the policies below bound what a key is good for.
                        .allowSharedKeyAccess(true)
                        .keyPolicy(KeyPolicyArgs.builder().keyExpirationPeriodInDays(KEY_DAYS).build())
                        .sasPolicy(SasPolicyArgs.builder()
                                .sasExpirationPeriod(SAS_PERIOD)
                                .expirationAction("Log")
                                .build())
                        .isLocalUserEnabled(false)
                        .isSftpEnabled(false)
                        .enableNfsV3(false)
                        .encryption(encryption())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.protectedOf(
                        this,
                        List.of(),
                        "location",
                        "kind",
                        "sku",
                        "isHnsEnabled",
                        "enableNfsV3",
                        "encryption.requireInfrastructureEncryption"));
    }

    private static EncryptionArgs encryption() {
        EncryptionServiceArgs on =
                EncryptionServiceArgs.builder().enabled(true).keyType("Account").build();
        return EncryptionArgs.builder()
                .keySource("Microsoft.Storage")
                .requireInfrastructureEncryption(true)
                .services(EncryptionServicesArgs.builder().blob(on).file(on).build())
                .build();
    }

    private FileServiceProperties fileService(String name, Args args) {
        return new FileServiceProperties(
                name + "-file-service",
                FileServicePropertiesArgs.builder()
                        .fileServicesName("default")
                        .accountName(account.name())
                        .resourceGroupName(args.groups().dataName())
                        .shareDeleteRetentionPolicy(softDelete(args.files()))
                        .protocolSettings(ProtocolSettingsArgs.builder()
                                .smb(SmbSettingArgs.builder()
                                        .versions("SMB3.1.1;")
                                        // What a mount with the account key uses.
                                        .authenticationMethods("NTLMv2;")
                                        .kerberosTicketEncryption("AES-256;")
                                        .channelEncryption("AES-256-GCM;")
                                        .build())
                                .build())
                        .build(),
                ChildOptions.of(this));
    }

    private BlobServiceProperties blobService(String name, Args args) {
        return new BlobServiceProperties(
                name + "-blob-service",
                BlobServicePropertiesArgs.builder()
                        .blobServicesName("default")
                        .accountName(account.name())
                        .resourceGroupName(args.groups().dataName())
                        .deleteRetentionPolicy(softDelete(args.files()))
                        .containerDeleteRetentionPolicy(softDelete(args.files()))
                        .build(),
                ChildOptions.of(this));
    }

    private FileShare share(String name, Args args) {
        return new FileShare(
                name + "-share",
                FileShareArgs.builder()
                        .shareName(Names.FILE_SHARE)
                        .accountName(account.name())
                        .resourceGroupName(args.groups().dataName())
                        .enabledProtocols("SMB")
                        .accessTier("TransactionOptimized")
                        .shareQuota(args.files().quotaGiB())
                        .build(),
                // Soft delete comes first, so that no moment exists in which a deleted share is gone for good.
                ChildOptions.protectedOf(this, List.of(fileService), "enabledProtocols"));
    }

    private static DeleteRetentionPolicyArgs softDelete(Files files) {
        return DeleteRetentionPolicyArgs.builder()
                .enabled(true)
                .days(files.softDeleteDays())
                .build();
    }
}
