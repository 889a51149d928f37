package atelier.naming;

import atelier.model.Exposure;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Spec;
import atelier.model.Tls;
import java.util.Optional;

/** The DNS names under which people reach workstations. */
public final class HostNames {
    private final Names names;
    private final Region region;
    private final Exposure exposure;
    private final Optional<Tls> tls;

    HostNames(Names names, Region region, Exposure exposure, Optional<Tls> tls) {
        this.names = names;
        this.region = region;
        this.exposure = exposure;
        this.tls = tls;
    }

    public static HostNames of(Spec spec, Names names) {
        return new HostNames(names, spec.region(), spec.network().exposure(), spec.tls());
    }

    /** The host of every address that is printed, registered for sign-in and in the certificate. */
    public String of(ResourceName workstation) {
        return suffix().map(domain -> workstation + "." + domain).orElseGet(() -> publicName(workstation));
    }

    /** The private zone in which workstations have their records; absent when their addresses are public. */
    public Optional<String> privateZone() {
        return exposure instanceof Exposure.Private ? suffix() : Optional.empty();
    }

    /**
     * The name that Azure gives to a public address; with a domain of the team's own, its record there points to this one.
     * Form: https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses#domain-name-label
     */
    public String publicName(ResourceName workstation) {
        return names.dnsLabel(workstation) + "." + region + ".cloudapp.azure.com";
    }

    private Optional<String> suffix() {
        return tls.map(Tls::domain)
                .or(() -> exposure instanceof Exposure.Private ? Optional.of(names.internalZone()) : Optional.empty());
    }
}
