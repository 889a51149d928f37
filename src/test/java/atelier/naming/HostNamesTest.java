package atelier.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Team;
import atelier.model.Tls;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostNamesTest {
    private static final ResourceName ADA = new ResourceName("ada");
    private static final Region REGION = new Region("westeurope");
    private static final Names NAMES = Names.of(
            new Team(new ResourceName("vision"), "CC-1042", List.of("ml-platform@example.com"), 1),
            new ObjectId("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
            REGION);
    private static final Exposure OPEN = new Exposure.Public(List.of(new Cidr("203.0.113.0/24")));
    private static final Exposure CLOSED = new Exposure.Private(List.of());
    private static final Optional<Tls> DOMAIN = Optional.of(new Tls("ml.example.com", "wildcard"));

    @Test
    void azureNamesAPublicAddress() {
        HostNames hosts = hosts(OPEN, Optional.empty());
        assertTrue(hosts.of(ADA).matches("vision-ada-[0-9a-f]{6}\\.westeurope\\.cloudapp\\.azure\\.com"), hosts.of(ADA));
        assertEquals(hosts.publicName(ADA), hosts.of(ADA));
        assertEquals(Optional.empty(), hosts.privateZone());
    }

    @Test
    void aDomainOfTheTeamsOwnComesFirst() {
        HostNames hosts = hosts(OPEN, DOMAIN);
        assertEquals("ada.ml.example.com", hosts.of(ADA));
        assertTrue(hosts.publicName(ADA).endsWith(".westeurope.cloudapp.azure.com"));
        assertEquals(Optional.empty(), hosts.privateZone());
    }

    @Test
    void withoutPublicAddressesTheNamesAreInAPrivateZone() {
        HostNames hosts = hosts(CLOSED, Optional.empty());
        assertTrue(hosts.of(ADA).matches("ada\\.vision-[0-9a-f]{6}\\.atelier\\.internal"), hosts.of(ADA));
        assertEquals(Optional.of(hosts.of(ADA).substring("ada.".length())), hosts.privateZone());
        assertEquals(Optional.of("ml.example.com"), hosts(CLOSED, DOMAIN).privateZone());
    }

    private static HostNames hosts(Exposure exposure, Optional<Tls> tls) {
        return new HostNames(NAMES, REGION, exposure, tls);
    }
}
