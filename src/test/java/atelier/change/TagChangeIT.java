package atelier.change;

import static atelier.change.Dev.section;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.DevStack;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** New tags are updates; only the preview cannot know yet that identities keep their ids. */
@ExtendWith(DevStack.class)
class TagChangeIT {
    @Test
    void aNewCostCenterChangesTagsAndNothingElse(Engine dev) {
        dev.configure(section("team", "costCenter: CC-2000"));
        List<String> announced = Plan.of(dev.preview().succeeded()).lines();
        List<String> done = Plan.of(dev.up().succeeded()).lines();

        assertTrue(done.size() > 50, done::toString);
        assertEquals(List.of(), done.stream().filter(line -> !line.matches("update \\S+ \\S+ tags.costCenter")).toList());
        assertEquals(List.of(), announced.stream()
                .filter(line -> !done.contains(line))
                .filter(line -> !line.matches("replace authorization:RoleAssignment \\S+ principalId"))
                .filter(line -> !line.matches("update compute:VirtualMachine \\S+ tags.costCenter userData"))
                .toList());
    }
}
