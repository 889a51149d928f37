package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.agent.machine.Documents;
import atelier.agent.machine.MachineDocument.Access;
import atelier.agent.machine.SetClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pure, on a clock that stands until it is moved. */
final class KnownRightsTest {
    private static final Access ACCESS = Documents.shared().access();
    private static final Rights MAY = Rights.of(List.of(new Assignment("a", Roles.DATA_SCIENTIST, false)));
    private static final Rights MAY_NOT = Rights.of(List.of());
    private static final String PERSON = Documents.OWNER;

    private final SetClock clock = new SetClock();
    private final List<String> log = new ArrayList<>();
    private final Azure azure = new Azure();
    private final KnownRights known = new KnownRights(azure, clock, log::add);

    /** Says what it is told to say, and counts. */
    private static final class Azure implements Gate.Workspace {
        private Rights answer = MAY;
        private boolean broken;
        private int asked;

        @Override
        public Rights rights(Access access, String objectId) throws IOException {
            asked++;
            if (broken) {
                throw new IOException("no answer");
            }
            return answer;
        }
    }

    @Test
    void aPermissionIsKeptForAMinute() throws IOException {
        assertEquals(MAY, after(Duration.ZERO));
        azure.answer = MAY_NOT;
        assertEquals(MAY, after(Duration.ofMillis(59_999)));
        assertEquals(MAY_NOT, after(Duration.ofMillis(1)));
        assertEquals(2, azure.asked);
    }

    @Test
    void aRefusalIsKeptForTenSeconds() throws IOException {
        azure.answer = MAY_NOT;
        assertEquals(MAY_NOT, after(Duration.ZERO));
        azure.answer = MAY;
        assertEquals(MAY_NOT, after(Duration.ofMillis(9_999)));
        assertEquals(MAY, after(Duration.ofMillis(1)));
        assertEquals(2, azure.asked);
    }

    @Test
    void peopleAndWorkspacesAreKeptApart() throws IOException {
        known.rights(ACCESS, PERSON);
        azure.answer = MAY_NOT;
        assertEquals(MAY_NOT, known.rights(ACCESS, "11111111-2222-4333-8444-555555555555"));
        Access other = new Access(
                ACCESS.tenantId(), ACCESS.signInClientId(), ACCESS.workspaceId() + "2", ACCESS.owner(), ACCESS.contact());
        assertEquals(MAY_NOT, known.rights(other, PERSON));
        assertEquals(MAY, known.rights(ACCESS, PERSON));
    }

    @Test
    void whoeverMayKeepsItForTenMinutesWhileAzureIsSilent() throws IOException {
        after(Duration.ZERO);
        azure.broken = true;
        assertEquals(MAY, after(Duration.ofSeconds(60)));
        assertEquals(MAY, after(Duration.ofMillis(539_999)));
        assertThrows(IOException.class, () -> after(Duration.ofMillis(1)));
        azure.broken = false;
        assertEquals(MAY, after(Duration.ofSeconds(5)));
    }

    @Test
    void nobodyIsLetInAnewWhileAzureIsSilent() {
        azure.broken = true;
        var unknown = assertThrows(IOException.class, () -> after(Duration.ZERO));
        assertEquals("Azure did not say what " + PERSON + " may do", unknown.getMessage());
        assertEquals(List.of("what " + PERSON + " may do is not known: no answer"), log);
    }

    @Test
    void aRefusalDoesNotOutliveItsTenSecondsWhileAzureIsSilent() throws IOException {
        azure.answer = MAY_NOT;
        after(Duration.ZERO);
        azure.broken = true;
        assertThrows(IOException.class, () -> after(Duration.ofSeconds(10)));
    }

    @Test
    void anAzureThatIsSilentIsAskedEveryFiveSecondsAndNotMore() throws IOException {
        azure.broken = true;
        assertThrows(IOException.class, () -> after(Duration.ZERO));
        assertThrows(IOException.class, () -> after(Duration.ofMillis(4_999)));
        assertEquals(1, azure.asked);
        azure.broken = false;
        assertEquals(MAY, after(Duration.ofMillis(1)));
        assertEquals(2, azure.asked);
    }

    @Test
    void onlyTheLastThousandPeopleAreKept() throws IOException {
        known.rights(ACCESS, PERSON);
        for (int i = 0; i < 999; i++) {
            known.rights(ACCESS, "person " + i);
        }
        known.rights(ACCESS, PERSON);
        assertEquals(1000, azure.asked);
        known.rights(ACCESS, "one more");
        known.rights(ACCESS, PERSON);
        assertEquals(1001, azure.asked);
        known.rights(ACCESS, "person 0");
        assertEquals(1002, azure.asked);
    }

    private Rights after(Duration time) throws IOException {
        clock.advance(time);
        return known.rights(ACCESS, PERSON);
    }
}
