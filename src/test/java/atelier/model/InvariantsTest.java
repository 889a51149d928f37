package atelier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What no value of the model can be, whoever builds it. */
class InvariantsTest {
    private static final SshKey KEY =
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ");

    @Test
    void aClusterScalesBetweenTwoNumbersThatMakeSense() {
        assertEquals("at least 1 node at most", refusal(() -> cluster(0, 0)));
        assertEquals("0 to 4 nodes at least", refusal(() -> cluster(5, 4)));
        assertEquals("0 to 4 nodes at least", refusal(() -> cluster(-1, 4)));
        assertEquals(4, cluster(4, 4).maxNodes());
    }

    @Test
    void whatIsOpenIsOpenToSomebody() {
        assertEquals("at least one range", refusal(() -> new Exposure.Public(List.of())));
        assertEquals("at least one range", refusal(() -> new SshAccess.On(KEY, List.of())));
    }

    @Test
    void aWeeklyScheduleHasADayAndStopsAfterItStarts() {
        LocalTime eight = LocalTime.of(8, 0);
        assertEquals("at least one day", refusal(() ->
                new Schedule.Weekly(eight, eight.plusHours(1), new TreeSet<>(), ZoneId.of("UTC"))));
        assertEquals("a time later than the start, on the same day", refusal(() ->
                new Schedule.Weekly(eight, eight, new TreeSet<>(List.of(DayOfWeek.MONDAY)), ZoneId.of("UTC"))));
    }

    private static Cluster cluster(int minNodes, int maxNodes) {
        return new Cluster(
                new ResourceName("train"), new VmSize("Standard_D4s_v5"), minNodes, maxNodes, Cluster.Priority.DEDICATED);
    }

    private static String refusal(Executable construction) {
        return assertThrows(Invalid.class, construction).allowed();
    }
}
