package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.*;
import static atelier.sandbox.cloud.Json.json;
import static atelier.sandbox.cloud.Json.node;
import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Scale sets, disks and images. */
class ScaleSetRulesTest extends EstateDeployed {
    @Test
    void aFlexibleScaleSetHasFaultDomainsAndNothingThatNeedsAProfile() {
        String count = "/properties/platformFaultDomainCount";
        azure.refuses(400, "InvalidParameter", SCALE_SET + "-b", without(body(SCALE_SET), count));
        refusesAnother(400, "InvalidParameter", SCALE_SET, count, 4);
        azure.refuses(
                400,
                "InvalidParameter",
                SCALE_SET + "-b",
                with(with(body(SCALE_SET), count, 2), "/zones", node("['1']")));
        refusesAnother(400, "BadRequest", SCALE_SET, "/properties/singlePlacementGroup", true);
        assertEquals(
                "Parameter 'sku' is not allowed.",
                refusesAnother(400, "InvalidParameter", SCALE_SET, "/sku", json("{name: 'Standard_D4s_v5'}")));
        assertEquals(
                "Parameter 'upgradePolicy' is not allowed.",
                refusesAnother(
                        400, "InvalidParameter", SCALE_SET, "/properties/upgradePolicy", json("{mode: 'Manual'}")));
        refusesAnother(400, "InvalidParameter", SCALE_SET, "/identity", json("{type: 'SystemAssigned'}"));
        assertEquals(
                "Required parameter 'sku' is missing (null).",
                refusesAnother(400, "InvalidParameter", SCALE_SET, "/properties/virtualMachineProfile", json("{}")));
    }

    @Test
    void aFlexibleProfileNamesItsNetworkApiVersion() {
        ObjectNode profile = with(body(SCALE_SET), "/properties/virtualMachineProfile", json("{networkProfile: {}}"));
        assertEquals(
                "Required parameter 'networkProfile.networkApiVersion' is missing (null).",
                azure.refuses(
                        400,
                        "InvalidParameter",
                        SCALE_SET + "-b",
                        with(profile, "/sku", json("{name: 'Standard_D4s_v5', capacity: 1}"))));
    }

    @Test
    void aUniformScaleSetNeedsAProfile() {
        refusesAnother(400, "InvalidParameter", SCALE_SET, "/properties/orchestrationMode", "Uniform");
    }

    @Test
    void aDiskHasASizeAndAKnownSku() {
        azure.refuses(400, "InvalidParameter", DISK + "-b", without(body(DISK), "/properties/diskSizeGB"));
        refusesAnother(400, "InvalidParameter", DISK, "/properties/diskSizeGB", 32768);
        refusesAnother(400, "InvalidParameter", DISK, "/sku/name", "Premium_V3");
        refusesAnother(400, "InvalidParameter", DISK, "/sku/name", "PremiumV2_LRS");
    }

    @Test
    void galleryNamesHaveNoHyphens() {
        azure.refuses(400, "InvalidParameter", id("Microsoft.Compute/galleries/my-images"), body(GALLERY));
    }

    @Test
    void anImageDefinitionIsUniqueInItsGallery() {
        refusesAnother(409, "ConflictingUserInput", IMAGE, "/location", "westeurope");
        azure.refuses(404, "ParentResourceNotFound", GALLERY + "b/images/workstation-cpu", body(IMAGE));
    }

    @Test
    void trustedLaunchNeedsGeneration2() {
        ObjectNode first = with(body(IMAGE), "/properties/identifier/sku", "other");
        azure.refuses(400, "InvalidParameter", IMAGE + "-b", with(first, "/properties/hyperVGeneration", "V1"));
    }
}
