package atelier.model;

import java.util.List;
import java.util.Optional;

/** Everything that a stack deploys, as one value: the whole configuration after parsing. */
public record Spec(
        Region region,
        Team team,
        Access access,
        Network network,
        Optional<Tls> tls,
        Files files,
        Quota quota,
        Images images,
        List<Workstation> workstations,
        List<Cluster> clusters) {

    public Spec {
        workstations = List.copyOf(workstations);
        clusters = List.copyOf(clusters);
    }
}
