package atelier.agent.watch.health;

import atelier.agent.watch.health.Part.Status;
import java.util.Comparator;
import java.util.List;

/** How a workstation is, with the parts that say so. */
public record Health(List<Part> parts) {
    public Health {
        parts = List.copyOf(parts);
    }

    /** Healthy, starting or unhealthy: the worst of the parts, where a warning counts as healthy. */
    public Status status() {
        Status worst = parts.stream().map(Part::status).max(Comparator.naturalOrder()).orElse(Status.STARTING);
        return worst == Status.WARNING ? Status.HEALTHY : worst;
    }
}
