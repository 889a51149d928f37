package atelier.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import atelier.model.Cidr;
import atelier.model.IdleStop;
import atelier.model.ObjectId;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import atelier.model.SshKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class UserDataTest {
    private static final ObjectId OWNER = new ObjectId("5d0f8e6a-371b-429c-b405-3e2b6f4c0d83");
    private static final SshKey KEY =
            new SshKey("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBbnBCAKekKcbdABdazFTUcQ8LOAx20pOGrM2P5r9mZJ ada@example.com");

    @Test
    void aPersonalWorkstationWithSsh() throws IOException {
        UserData personal = document(
                "vision-ada-0a1b2c.westeurope.cloudapp.azure.com",
                Optional.of(OWNER),
                new SshAccess.On(KEY, List.of(new Cidr("203.0.113.7/32"))),
                new IdleStop.After(Duration.ofMinutes(60)),
                new Schedule.Never(),
                Optional.empty());
        assertEquals(Golden.text("user-data-personal.json"), personal.json());
    }

    @Test
    void aSharedWorkstationWithAScheduleAndACertificate() throws IOException {
        var week = new TreeSet<>(List.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
        UserData shared = document(
                "ada.ml.example.com",
                Optional.empty(),
                new SshAccess.Off(),
                new IdleStop.Never(),
                new Schedule.Weekly(LocalTime.of(8, 0), LocalTime.of(19, 30), week, ZoneId.of("Europe/Amsterdam")),
                Optional.of(new UserData.Certificate("https://kv-vision-g1-0a1b2c.vault.azure.net/", "wildcard")));
        assertEquals(Golden.text("user-data-shared.json"), shared.json());
    }

    @Test
    void decodesToItsText() {
        UserData document = plain(Optional.empty(), new SshAccess.Off());
        assertEquals(document.json(), new String(Base64.getDecoder().decode(document.base64()), StandardCharsets.UTF_8));
    }

    @Test
    void withoutSshThereIsNoKey() {
        assertFalse(plain(Optional.empty(), new SshAccess.Off()).json().contains("ssh-ed25519"));
    }

    @Test
    void sourcesStayInTheNetworkRules() {
        UserData document = plain(Optional.empty(), new SshAccess.On(KEY, List.of(new Cidr("203.0.113.7/32"))));
        assertFalse(document.json().contains("203.0.113"));
    }

    @Test
    void anotherOwnerIsAnotherDocument() {
        UserData shared = plain(Optional.empty(), new SshAccess.Off());
        assertNotEquals(shared.json(), plain(Optional.of(OWNER), new SshAccess.Off()).json());
    }

    private static UserData plain(Optional<ObjectId> owner, SshAccess ssh) {
        return document("ada.example.com", owner, ssh, new IdleStop.Never(), new Schedule.Never(), Optional.empty());
    }

    private static UserData document(
            String host,
            Optional<ObjectId> owner,
            SshAccess ssh,
            IdleStop idleAfter,
            Schedule schedule,
            Optional<UserData.Certificate> certificate) {
        return new UserData(
                new UserData.Machine(
                        "ada", "11111111-aaaa-4bbb-8ccc-222222222222", "atelier-vision-compute", "vision-ada", "2026.11.1"),
                host,
                new UserData.Access(
                        new ObjectId("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
                        new ObjectId("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                        "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups/atelier-vision-data"
                                + "/providers/Microsoft.MachineLearningServices/workspaces/atelier-vision-g1",
                        owner,
                        "ml-platform@example.com"),
                new UserData.Identities(
                        "a0000000-0000-4000-8000-000000000001",
                        "b0000000-0000-4000-8000-000000000002",
                        "c0000000-0000-4000-8000-000000000003"),
                new UserData.Share("stvision0a1b2c", "code-391ff5ac-6576-460f-ba4d-7e03433c68b6"),
                ssh,
                idleAfter,
                schedule,
                certificate);
    }
}
