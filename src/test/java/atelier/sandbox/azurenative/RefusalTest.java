package atelier.sandbox.azurenative;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.sandbox.cloud.ArmError;
import atelier.sandbox.wire.Sentinel;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void whatIsNotKnownYetIsShownAsTheCliShowsIt() {
        ArmError error = new ArmError(409, "SkuNotAvailable", "/resourceGroups/" + Sentinel.UNKNOWN + "/virtualMachines/ada");
        assertEquals(
                "Status=409 Code=\"SkuNotAvailable\" Message=\"/resourceGroups/[unknown]/virtualMachines/ada\"",
                Refusal.of(error).getMessage());
    }
}
