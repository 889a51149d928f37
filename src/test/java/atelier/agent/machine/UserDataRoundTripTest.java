package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.boot.UserData;
import atelier.model.IdleStop;
import atelier.model.ObjectId;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import java.time.Duration;
import java.time.LocalTime;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Pure: what the program writes is what the machine reads, whatever the golden texts say. */
final class UserDataRoundTripTest {

    @Test
    void theMachineReadsWhatTheProgramWrites() throws InvalidDocument {
        UserData written = new UserData(
                new UserData.Machine("grace", "11111111-aaaa-4bbb-8ccc-222222222222", "group-1", "team-grace", "2027.1.12"),
                "grace.ml.example.com",
                new UserData.Access(
                        new ObjectId("8F3A1C52-6D0E-4B7A-9A41-5E2C7D90B613"),
                        new ObjectId("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                        "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/g"
                                + "/providers/Microsoft.MachineLearningServices/workspaces/w-g1",
                        Optional.of(new ObjectId(Documents.OWNER)),
                        "o'neil+ml@example.com"),
                new UserData.Identities(
                        "a0000000-0000-4000-8000-000000000001", Documents.NOTEBOOK, "c0000000-0000-4000-8000-000000000003"),
                new UserData.Share("stteam", "code-1"),
                new SshAccess.Off(),
                new IdleStop.After(Duration.ofMinutes(90)),
                new Schedule.Weekly(
                        LocalTime.of(7, 15), LocalTime.of(20, 0), new TreeSet<>(List.of(DayOfWeek.values())), ZoneId.of("UTC")),
                Optional.of(new UserData.Certificate("https://kv-1.vault.azure.net/", "wild-card")));

        MachineDocument read = MachineDocumentReader.read(written.json());

        assertEquals("grace", read.workstation());
        assertEquals(Documents.TENANT, read.access().tenantId());
        assertEquals("o'neil+ml@example.com", read.access().contact());
        assertEquals(Optional.of(Duration.ofMinutes(90)), read.idleAfter());
        assertEquals(List.of(DayOfWeek.values()), read.schedule().orElseThrow().days());
        assertEquals("wild-card", read.certificate().orElseThrow().name());
    }
}
