package atelier.outputs;

import atelier.components.Identities;
import atelier.components.Network;
import atelier.components.ResourceGroups;
import atelier.components.Site;
import atelier.components.UserFiles;
import atelier.components.Workspace;
import atelier.components.Workstation;
import atelier.components.WorkstationZone;
import java.util.List;
import java.util.Optional;

/** The parts of a deployed stack that the outputs tell about. */
public record Deployed(
        Site site,
        ResourceGroups groups,
        Identities identities,
        UserFiles files,
        Workspace workspace,
        Network network,
        Optional<WorkstationZone> zone,
        List<Workstation> workstations) {
    public Deployed {
        workstations = List.copyOf(workstations);
    }
}
