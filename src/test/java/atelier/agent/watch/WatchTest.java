package atelier.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hours of a workstation with an idle time of one hour, from 12:00 on, minute by minute. */
class WatchTest {
    private static final String MACHINE = "/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222/resourceGroups"
            + "/atelier-vision-compute/providers/Microsoft.Compute/virtualMachines/vision-ada";

    @TempDir
    private Path root;

    private Fixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new Fixture(root);
        fixture.tick();
    }

    @Test
    void anUnusedWorkstationRunsItsHooksAndIsDeallocatedAfterItsIdleTime() {
        fixture.minutes(59);
        assertEquals(List.of(), fixture.deallocated);
        fixture.log();
        fixture.minutes(1);
        assertEquals(List.of("2026-11-24T13:00:00Z " + MACHINE), fixture.deallocated);
        assertEquals(
                List.of(
                        "{\"time\":\"2026-11-24T13:00:00Z\",\"unit\":\"watch\",\"event\":\"idle\",\"state\":\"stopping\","
                                + "\"why\":\"unused for 1 h\",\"since\":\"2026-11-24T12:00:00Z\","
                                + "\"stopsAt\":\"2026-11-24T13:00:00Z\",\"signals\":{\"ssh\":\"quiet: no session is open\","
                                + "\"hold\":\"quiet: nobody holds it\"}}",
                        "{\"time\":\"2026-11-24T13:00:00Z\",\"unit\":\"watch\",\"event\":\"stop\",\"hooks\":\"2 hooks ran\"}",
                        "{\"time\":\"2026-11-24T13:00:00Z\",\"unit\":\"watch\",\"event\":\"stop\",\"accepted\":\"" + MACHINE
                                + "\"}"),
                fixture.log());
        assertEquals(
                List.of("This workstation is stopping because nobody used it. Files on the share and in /home stay."),
                fixture.watch.status().banners());
    }

    @Test
    void whatChangesIsLoggedAndEachHourWhatDoesNot() {
        fixture.log();
        fixture.signal = now -> Reading.active("ssh", Use.Kind.WORK, now, "somebody typed");
        fixture.minutes(1);
        String busy = ",\"unit\":\"watch\",\"event\":\"idle\",\"state\":\"busy\",\"why\":\"ssh: somebody typed\",";
        assertTrue(only(fixture.log()).startsWith("{\"time\":\"2026-11-24T12:01:00Z\"" + busy));
        fixture.minutes(59);
        assertEquals(List.of(), fixture.log());
        fixture.minutes(1);
        assertTrue(only(fixture.log()).startsWith("{\"time\":\"2026-11-24T13:01:00Z\"" + busy));
        fixture.signal = now -> Reading.unknown("ssh", "hidden");
        fixture.minutes(1);
        assertTrue(only(fixture.log()).contains("\"ssh\":\"unknown: hidden\""));
    }

    @Test
    void aHoldKeepsItAndIsNamedAndTakenBack() {
        fixture.minutes(55);
        fixture.watch.hold(2, "ada@example.com");
        fixture.minutes(60);
        Status held = fixture.watch.status();
        assertEquals("held by ada@example.com", held.idle().verdict().why());
        assertEquals(List.of(), held.banners());
        assertEquals(Fixture.START.plus(Duration.ofMinutes(175)), held.idle().verdict().stopsAt().orElseThrow());
        Status released = fixture.watch.release("grace@example.com");
        assertEquals(
                List.of("This workstation stops in 10 minutes because it is not used. "
                        + "Work on it, or hold it on its home page /atelier/."),
                released.banners());
        fixture.minutes(9);
        assertEquals(List.of(), fixture.deallocated);
        fixture.minutes(1);
        assertEquals(1, fixture.deallocated.size());
    }

    @Test
    void aHoldThatComesWhileTheHooksRunIsInTime() {
        fixture.duringHooks = () -> fixture.watch.hold(1, "ada@example.com");
        fixture.minutes(61);
        assertEquals(List.of(), fixture.deallocated);
        assertEquals("held by ada@example.com", fixture.watch.status().idle().verdict().why());
        assertFalse(fixture.watch.isStopping());
    }

    @Test
    void holdsHaveBounds() {
        assertThrows(IllegalArgumentException.class, () -> fixture.watch.hold(13, "ada"));
        assertThrows(IllegalArgumentException.class, () -> fixture.watch.hold(0, "ada"));
        assertEquals("nobody holds it", fixture.watch.status().idle().readings().get(1).detail());
    }

    @Test
    void aRefusedStopIsTriedAgainLaterAndLaterAndShown() {
        fixture.azureRefuses = Optional.of("Azure answered 403 AuthorizationFailed: no right");
        fixture.minutes(60);
        fixture.log();
        Status status = fixture.watch.status();
        assertEquals(Part.Status.UNHEALTHY, status.health().status());
        assertEquals(
                "This workstation wants to stop and cannot: Azure answered 403 AuthorizationFailed: no right. "
                        + "Please stop it by hand, or tell an administrator.",
                status.banners().get(1));
        fixture.minutes(60);
        List<String> attempts = fixture.log().stream().filter(line -> line.contains("\"failed\"")).map(line ->
                line.replaceAll(".*\"time\":\"2026-11-24T(..:..).*\"attempt\":(\\d+).*", "$1 $2")).toList();
        assertEquals(List.of("13:01 2", "13:03 3", "13:07 4", "13:15 5", "13:25 6", "13:35 7", "13:45 8", "13:55 9"), attempts);
        fixture.azureRefuses = Optional.empty();
        fixture.minutes(5);
        assertEquals(1, fixture.deallocated.size());
        assertTrue(fixture.watch.isStopping());
        assertFalse(fixture.log().stream().anyMatch(line -> line.contains("hooks")));
    }

    @Test
    void somebodyWhoComesBackWhileAzureRefusesIsLeftToWork() {
        fixture.azureRefuses = Optional.of("Azure answered 409 Conflict: busy");
        fixture.minutes(60);
        fixture.signal = now -> Reading.active("ssh", Use.Kind.WORK, now, "somebody typed");
        fixture.minutes(1);
        fixture.azureRefuses = Optional.empty();
        fixture.minutes(30);
        assertEquals(List.of(), fixture.deallocated);
        assertEquals(List.of(), fixture.watch.status().banners());
        assertEquals(Part.Status.HEALTHY, fixture.watch.status().health().status());
    }

    @Test
    void aMachineThatAzureStopsAndThatStillRunsIsStoppedAgain() {
        fixture.minutes(60);
        fixture.signal = now -> Reading.active("ssh", Use.Kind.WORK, now, "too late");
        fixture.minutes(14);
        assertEquals(1, fixture.deallocated.size());
        fixture.signal = now -> Reading.quiet("ssh", "no session is open");
        fixture.minutes(1);
        assertEquals(2, fixture.deallocated.size());
        assertEquals(Part.Status.UNHEALTHY, fixture.watch.status().health().status());
    }

    @Test
    void sshSessionsAreToldTenFiveAndTwoMinutesBefore() throws IOException {
        fixture.minutes(49);
        assertFalse(Files.exists(fixture.places.announcement()));
        for (int[] told : new int[][] {{1, 10}, {4, 10}, {1, 5}, {2, 5}, {1, 2}}) {
            fixture.minutes(told[0]);
            assertEquals(
                    "This workstation stops in " + told[1] + " minutes because it is not used. "
                            + "Work on it, or hold it on its home page /atelier/.\n",
                    Files.readString(fixture.places.announcement()));
        }
    }

    @Test
    void aRestartOfTheWatchForgetsNothing() throws IOException {
        fixture.minutes(30);
        fixture.watch.hold(2, "ada@example.com");
        Fixture restarted = new Fixture(root);
        restarted.clock.advance(Duration.ofMinutes(31));
        restarted.metadataFails = Optional.of("169.254.169.254 cannot be reached");
        restarted.tick();
        Judgement idle = restarted.watch.status().idle();
        assertEquals(Fixture.START, idle.verdict().since());
        assertEquals(Fixture.START.plus(Duration.ofMinutes(150)), idle.verdict().stopsAt().orElseThrow());
        assertEquals("ada@example.com", idle.hold().orElseThrow().by());
        assertEquals("ada", restarted.watch.status().workstation().orElseThrow());
    }

    @Test
    void aFullDiskKeepsNoStopAway() throws IOException {
        // Like one: none of the watch's files can be replaced any more.
        for (Path file : List.of(fixture.places.memory(), fixture.places.announcement(), fixture.places.preStopRequest())) {
            Files.deleteIfExists(file);
            Files.createDirectories(file.resolve("in the way"));
        }
        fixture.minutes(60);
        assertEquals(1, fixture.deallocated.size());
        String log = String.join("\n", fixture.log());
        assertTrue(log.contains("the memory cannot be written: "), log);
        assertTrue(log.contains("nobody was told: "), log);
        assertTrue(log.contains("\"hooks\":\"the hooks could not be asked for: "), log);
    }

    @Test
    void lostFilesAreABannerAndUnhealthy() {
        fixture.checks.add(now -> Part.unhealthy("files", "the server does not answer"));
        fixture.log();
        fixture.minutes(1);
        assertEquals(
                List.of("The user files cannot be reached. What is open may fail to save; work in your home directory until "
                        + "they are back."),
                fixture.watch.status().banners());
        assertEquals(
                List.of("{\"time\":\"2026-11-24T12:01:00Z\",\"unit\":\"watch\",\"event\":\"health\",\"status\":\"unhealthy\","
                        + "\"parts\":{\"files\":\"the server does not answer\"}}"),
                fixture.log());
    }

    private static String only(List<String> lines) {
        assertEquals(1, lines.size(), lines::toString);
        return lines.get(0);
    }
}
