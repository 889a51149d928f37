package atelier.components;

import atelier.boot.AdminKey;
import atelier.boot.CustomData;
import atelier.catalog.Size;
import atelier.model.Workstation;
import atelier.naming.Tags;
import com.pulumi.azurenative.compute.VirtualMachineArgs;
import com.pulumi.azurenative.compute.enums.CachingTypes;
import com.pulumi.azurenative.compute.enums.DeleteOptions;
import com.pulumi.azurenative.compute.enums.DiskCreateOptionTypes;
import com.pulumi.azurenative.compute.enums.DiskDeleteOptionTypes;
import com.pulumi.azurenative.compute.enums.LinuxPatchAssessmentMode;
import com.pulumi.azurenative.compute.enums.LinuxVMGuestPatchMode;
import com.pulumi.azurenative.compute.enums.ResourceIdentityType;
import com.pulumi.azurenative.compute.enums.SecurityTypes;
import com.pulumi.azurenative.compute.enums.StorageAccountTypes;
import com.pulumi.azurenative.compute.inputs.BootDiagnosticsArgs;
import com.pulumi.azurenative.compute.inputs.DataDiskArgs;
import com.pulumi.azurenative.compute.inputs.DiagnosticsProfileArgs;
import com.pulumi.azurenative.compute.inputs.HardwareProfileArgs;
import com.pulumi.azurenative.compute.inputs.ImageReferenceArgs;
import com.pulumi.azurenative.compute.inputs.LinuxConfigurationArgs;
import com.pulumi.azurenative.compute.inputs.LinuxPatchSettingsArgs;
import com.pulumi.azurenative.compute.inputs.ManagedDiskParametersArgs;
import com.pulumi.azurenative.compute.inputs.NetworkInterfaceReferenceArgs;
import com.pulumi.azurenative.compute.inputs.NetworkProfileArgs;
import com.pulumi.azurenative.compute.inputs.OSDiskArgs;
import com.pulumi.azurenative.compute.inputs.OSProfileArgs;
import com.pulumi.azurenative.compute.inputs.ScheduledEventsProfileArgs;
import com.pulumi.azurenative.compute.inputs.SecurityProfileArgs;
import com.pulumi.azurenative.compute.inputs.SshConfigurationArgs;
import com.pulumi.azurenative.compute.inputs.SshPublicKeyArgs;
import com.pulumi.azurenative.compute.inputs.StorageProfileArgs;
import com.pulumi.azurenative.compute.inputs.SubResourceArgs;
import com.pulumi.azurenative.compute.inputs.TerminateNotificationProfileArgs;
import com.pulumi.azurenative.compute.inputs.UefiSettingsArgs;
import com.pulumi.azurenative.compute.inputs.VirtualMachineIdentityArgs;
import com.pulumi.core.Output;
import java.util.List;
import java.util.Map;

/**
 * The inputs of a workstation's virtual machine.
 *
 * <p>Whatever may change while the machine lives is in {@code userData} and the tags; Azure changes the size in place. All
 * else in here is the same for every workstation or makes the machine anew.
 *
 * @param identities what is attached; the machine has no identity of its own
 * @param userData base64
 */
record MachineInputs(
        Site site,
        ResourceGroups groups,
        Workstation workstation,
        Size size,
        String imageVersion,
        Output<String> imageId,
        Output<String> scaleSetId,
        Output<String> cardId,
        Output<String> diskId,
        List<ManagedIdentity> identities,
        Output<String> userData) {

    /** The account that Azure asks for; {@link CustomData} sees to it that it is not made. */
    private static final String ADMIN = "atelier-setup";

    /**
     * Azure caches no disk of 4 TiB or more:
     * https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance#disk-caching
     */
    private static final int LARGEST_CACHED_GIB = 4095;

    /** How long Azure waits before it deletes a machine, so that work can be saved: 5 to 15 minutes. */
    private static final String DELETION_NOTICE = "PT5M";

    VirtualMachineArgs args() {
        return VirtualMachineArgs.builder()
                .vmName(site.names().virtualMachine(workstation.name()))
                .resourceGroupName(groups.computeName())
                .location(site.region().name())
                .virtualMachineScaleSet(SubResourceArgs.builder().id(scaleSetId).build())
                .hardwareProfile(HardwareProfileArgs.builder().vmSize(size.name().name()).build())
                .identity(VirtualMachineIdentityArgs.builder()
                        .type(ResourceIdentityType.UserAssigned)
                        .userAssignedIdentities(Output.all(identities.stream().map(ManagedIdentity::id).toList()))
                        .build())
                .securityProfile(security())
                .storageProfile(storage())
                .osProfile(operatingSystem())
                .networkProfile(NetworkProfileArgs.builder()
                        .networkInterfaces(NetworkInterfaceReferenceArgs.builder()
                                .id(cardId)
                                .primary(true)
                                .deleteOption(DeleteOptions.Detach)
                                .build())
                        .build())
                .diagnosticsProfile(DiagnosticsProfileArgs.builder()
                        .bootDiagnostics(BootDiagnosticsArgs.builder().enabled(true).build())
                        .build())
                .scheduledEventsProfile(ScheduledEventsProfileArgs.builder()
                        .terminateNotificationProfile(TerminateNotificationProfileArgs.builder()
                                .enable(true)
                                .notBeforeTimeout(DELETION_NOTICE)
                                .build())
                        .build())
                .userData(userData)
                .tags(tags())
                .build();
    }

    private Map<String, String> tags() {
        Map<String, String> tags = Tags.of(site.team(), workstation);
        tags.put("image", imageVersion);
        return tags;
    }

    // Preflight refuses sizes without Trusted Launch, and an image made for it starts in no other way.
    private SecurityProfileArgs security() {
        return SecurityProfileArgs.builder()
                .encryptionAtHost(true)
                .securityType(SecurityTypes.TrustedLaunch)
                .uefiSettings(UefiSettingsArgs.builder()
                        .secureBootEnabled(size.secureBoot())
                        .vTpmEnabled(true)
                        .build())
                .build();
    }

    private StorageProfileArgs storage() {
        return StorageProfileArgs.builder()
                .imageReference(ImageReferenceArgs.builder().id(imageId).build())
                .osDisk(OSDiskArgs.builder()
                        .createOption(DiskCreateOptionTypes.FromImage)
                        .caching(CachingTypes.ReadWrite)
                        .deleteOption(DiskDeleteOptionTypes.Delete)
                        .managedDisk(ManagedDiskParametersArgs.builder()
                                .storageAccountType(StorageAccountTypes.Premium_LRS)
                                .build())
                        .build())
                .dataDisks(DataDiskArgs.builder()
                        .createOption(DiskCreateOptionTypes.Attach)
                        .lun(0)
                        .caching(workstation.diskGiB() <= LARGEST_CACHED_GIB ? CachingTypes.ReadOnly : CachingTypes.None)
                        .deleteOption(DiskDeleteOptionTypes.Detach)
                        .managedDisk(ManagedDiskParametersArgs.builder().id(diskId).build())
                        .build())
                .build();
    }

    // Patches are the image's business: it holds kernel and driver back, which Azure's own patching would not.
    private OSProfileArgs operatingSystem() {
        return OSProfileArgs.builder()
                .computerName(workstation.name().value())
                .adminUsername(ADMIN)
                .customData(CustomData.base64())
                .linuxConfiguration(LinuxConfigurationArgs.builder()
                        .disablePasswordAuthentication(true)
                        .ssh(SshConfigurationArgs.builder()
                                .publicKeys(SshPublicKeyArgs.builder()
                                        .path("/home/" + ADMIN + "/.ssh/authorized_keys")
                                        .keyData(AdminKey.line())
                                        .build())
                                .build())
                        .provisionVMAgent(true)
                        .patchSettings(LinuxPatchSettingsArgs.builder()
                                .patchMode(LinuxVMGuestPatchMode.ImageDefault)
                                .assessmentMode(LinuxPatchAssessmentMode.ImageDefault)
                                .build())
                        .build())
                .build();
    }
}
