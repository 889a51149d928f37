package atelier.components;

import static atelier.components.Machines.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Tls;
import atelier.testing.Recorded;
import atelier.testing.Registration;
import org.junit.jupiter.api.Test;

class WorkstationZoneTest {
    @Test
    void aPublicStackHasNone() {
        assertEquals(0, Machines.of(GRACE).deployed().recorded().ofType("PrivateZone").size());
    }

    @Test
    void aPrivateStackLinksItToItsNetwork() {
        Recorded recorded = Machines.of(GRACE).withoutPublicAddresses().deployed().recorded();
        Registration zone = recorded.only("PrivateZone");
        Registration link = recorded.only("VirtualNetworkLink");
        assertEquals("global", zone.text("location"));
        assertEquals("global", link.text("location"));
        assertEquals(zone.text("privateZoneName"), link.text("privateZoneName"));
        assertEquals(recorded.only("VirtualNetwork").id(), link.text("virtualNetwork.id"));
        assertEquals("false", link.text("registrationEnabled"));
    }

    @Test
    void withADomainOfItsOwnTheZoneIsThatDomain() {
        Recorded recorded = Machines.of(GRACE)
                .withoutPublicAddresses()
                .withTls(new Tls("ml.example.com", "wildcard"))
                .deployed()
                .recorded();
        assertEquals("ml.example.com", recorded.only("PrivateZone").text("privateZoneName"));
    }

    @Test
    void theRecordPointsToThePrivateAddress() {
        Recorded recorded = Machines.of(GRACE).withoutPublicAddresses().deployed().recorded();
        Registration record = recorded.only("PrivateRecordSet");
        assertEquals("A", record.text("recordType"));
        assertEquals("grace", record.text("relativeRecordSetName"));
        assertEquals(1, record.input("aRecords").size());
        assertTrue(record.text("aRecords[0].ipv4Address").startsWith("10.42."));
    }
}
