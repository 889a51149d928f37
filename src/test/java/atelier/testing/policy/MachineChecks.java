package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.secrets.SecretScan;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** VMS: workstations and the scale sets that hold them. */
final class MachineChecks {
    private static final String MACHINE = "compute:VirtualMachine";
    private static final String SCALE_SET = "compute:VirtualMachineScaleSet";
    private static final String IMAGE = "storageProfile.imageReference.";

    /** The A10 sizes, whose GRID driver is not signed for Secure Boot. */
    private static final String WITHOUT_SECURE_BOOT = "Standard_NV\\d+adm?s_A10_v5";

    private MachineChecks() {}

    static List<Check> all() {
        return List.of(
                Check.everyHas("VMS-01", MACHINE, "osProfile.linuxConfiguration.disablePasswordAuthentication", "true"),
                Check.every("VMS-01", MACHINE, "a key is set and no password", MachineChecks::keyOnly),
                Check.everyHas("VMS-02", MACHINE, "securityProfile.encryptionAtHost", "true"),
                Check.everyHas("VMS-03", MACHINE, "securityProfile.securityType", "TrustedLaunch"),
                Check.everyHas("VMS-03", MACHINE, "securityProfile.uefiSettings.vTpmEnabled", "true"),
                Check.every("VMS-03", MACHINE, "Secure Boot is on where the driver is signed", MachineChecks::secureBoot),
                Check.every("VMS-04", MACHINE, "the image's version says when it was baked",
                        vm -> vm.input(IMAGE + "id").asText().matches(".*/versions/20\\d\\d\\.(1[0-2]|[1-9])\\.\\d+")),
                Check.every("VMS-05", MACHINE, "no secret in customData and userData", MachineChecks::cleanBootData),
                new Check("VMS-06", "no extension but those the image cannot carry: none", MachineChecks::isExtension,
                        (any, all) -> false),
                Check.everyHas("VMS-07", MACHINE, "identity.type", "UserAssigned"),
                Check.every("VMS-07", MACHINE, "names its identities", vm -> vm.input("identity.userAssignedIdentities")
                        .size() > 0),
                Check.everyHasAtMost("VMS-07", SCALE_SET, "identity.type", "UserAssigned"),
                new Check("VMS-08", "no legacy monitoring agent", MachineChecks::isExtension,
                        (extension, all) -> !extension.input("type").asText().toLowerCase(Locale.ROOT).startsWith("omsagent")),
                Check.every("VMS-10", MACHINE, "its size is on the list of the policy assignment", MachineChecks::sizeIsAllowed),
                Check.every("VMS-12", MACHINE, "its image is a pinned version of a definition of this stack",
                        MachineChecks::ownPinnedImage));
    }

    private static boolean keyOnly(Registration vm) {
        boolean key = !vm.input("osProfile.linuxConfiguration.ssh.publicKeys[0].keyData").asText().isBlank();
        return key && vm.input("osProfile.adminPassword").isMissingNode();
    }

    private static boolean secureBoot(Registration vm) {
        boolean unsigned = vm.input("hardwareProfile.vmSize").asText().matches(WITHOUT_SECURE_BOOT);
        return unsigned || vm.input("securityProfile.uefiSettings.secureBootEnabled").asBoolean();
    }

    private static boolean cleanBootData(Registration vm) {
        return SecretScan.findings("customData", vm.input("osProfile.customData")).isEmpty()
                && SecretScan.findings("userData", vm.input("userData")).isEmpty();
    }

    private static boolean isExtension(Registration registration) {
        return registration.type().matches(".*:compute:VirtualMachine(ScaleSet)?(VM)?Extension");
    }

    private static boolean sizeIsAllowed(Registration vm, Recorded all) {
        String size = vm.input("hardwareProfile.vmSize").asText();
        for (Registration assignment : all.ofType("authorization:PolicyAssignment").all()) {
            for (JsonNode allowed : assignment.input("parameters.listOfAllowedSKUs.value")) {
                if (allowed.asText().equalsIgnoreCase(size)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean ownPinnedImage(Registration vm, Recorded all) {
        String image = vm.input(IMAGE + "id").asText().toLowerCase(Locale.ROOT);
        return all.ofType("compute:GalleryImage").all().stream()
                .map(definition -> definition.id().toLowerCase(Locale.ROOT) + "/versions/")
                .anyMatch(versions -> image.startsWith(versions)
                        && image.substring(versions.length()).matches("\\d+\\.\\d+\\.\\d+"));
    }
}
