package atelier.agent.watch;

import atelier.agent.watch.health.Health;
import java.util.List;
import java.util.Optional;

/**
 * What people and the proxy see of a workstation at one moment.
 *
 * @param workstation its name; absent while its document is unknown
 * @param banners texts that every application page shows
 */
record Status(Optional<String> workstation, Judgement idle, Health health, List<String> banners) {
    Status {
        banners = List.copyOf(banners);
    }
}
