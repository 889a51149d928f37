package atelier.sandbox.azurenative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.wire.Sentinel;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void tellsStatusCodeAndTextAsTheRealProviderDoes() {
        assertEquals(
                "Status=409 Code=\"SkuNotAvailable\" Message=\"The size is not available.\"",
                Refusal.of(new ArmError(409, "SkuNotAvailable", "The size is not available.")).getMessage());
    }

    @Test
    void saysInWordsWhatAPreviewDoesNotKnowYet() {
        ArmError refused = new ArmError(400, "InvalidParameter", "/resourceGroups/" + Sentinel.UNKNOWN + "/disks/d is too small.");
        assertEquals(
                "Status=400 Code=\"InvalidParameter\" Message=\"/resourceGroups/[unknown]/disks/d is too small.\"",
                Refusal.of(refused).getMessage());
    }
}
