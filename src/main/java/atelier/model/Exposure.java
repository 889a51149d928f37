package atelier.model;

import java.util.List;

/** How people reach port 443 of a workstation. There is no third way. */
public sealed interface Exposure {

    /** A public address and DNS label per workstation; 443 from these ranges only. */
    record Public(List<Cidr> allowedSources) implements Exposure {
        public Public {
            Invalid.unless(!allowedSources.isEmpty(), allowedSources, "at least one range");
            allowedSources = List.copyOf(allowedSources);
        }
    }

    /** Private addresses only; 443 from the virtual network, the networks peered with it and Bastion. */
    record Private(List<NetworkId> peering) implements Exposure {
        public Private {
            peering = List.copyOf(peering);
        }
    }
}
