package atelier.agent.watch.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.watch.health.Part.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {
    private static final Instant BOOTED = Instant.parse("2026-11-24T08:00:00Z");
    private static final Boot BOOT = new Boot(BOOTED);
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvSource(delimiter = '|', value = {
        "{'state':'ready','steps':[]}                                                  | HEALTHY   | ready",
        "{'state':'starting','steps':[{'name':'home','state':'running','message':''}]} | STARTING  | starting: home",
        "{'state':'failed','steps':[{'name':'a','state':'done','message':''},"
                + "{'name':'files','state':'failed','message':'no route'}]}           | UNHEALTHY | failed: files: no route",
        "{'state':'resting'} | UNHEALTHY | FILE has an unknown state \"resting\"",
        "{} | UNHEALTHY | FILE has an unknown state \"\"",
    })
    void theFirstBootTellsItself(String json, Status status, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("boot.json"), json.replace('\'', '"'));
        assertEquals(
                new Part("boot", status, message.replace("FILE", file.toString())),
                StateCheck.boot(file, BOOT).check(NOON));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"mounted,HEALTHY", "waiting,STARTING", "lost,UNHEALTHY", "ready,UNHEALTHY"})
    void theUserFilesTellThemselves(String state, Status status) throws IOException {
        Path file = Files.writeString(directory.resolve("files.json"), "{\"state\": \"" + state + "\", \"message\": \"\"}");
        assertEquals(status, StateCheck.files(file, BOOT).check(NOON).status());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"good,HEALTHY", "fallback,WARNING", "lost,UNHEALTHY"})
    void theSourceOfTheCertificateTellsItself(String state, Status status) throws IOException {
        Path file = Files.writeString(directory.resolve("certificate.json"), "{\"state\": \"" + state + "\", \"message\": \"m\"}");
        Part part = StateCheck.certificate(file, BOOT).check(NOON);
        assertEquals("certificate source", part.name());
        assertEquals(status, part.status());
    }

    @Test
    void whatTheUserFilesSayIsShownAsItIs() throws IOException {
        Path file = Files.writeString(directory.resolve("files.json"), "{\"state\": \"lost\", \"message\": \"They are away.\"}");
        assertEquals(Part.unhealthy("files", "They are away."), StateCheck.files(file, BOOT).check(NOON));
    }

    @Test
    void aStateThatIsNotThereYetHasAQuarterOfAnHour() {
        Path file = directory.resolve("files.json");
        Check check = StateCheck.files(file, BOOT);
        assertEquals(
                new Part("files", Status.STARTING, file + " is not there yet"),
                check.check(BOOTED.plus(Duration.ofMinutes(15)).minusNanos(1)));
        assertEquals(Status.UNHEALTHY, check.check(BOOTED.plus(Duration.ofMinutes(15))).status());
    }

    @Test
    void aStateThatIsNotJsonIsUnhealthy() throws IOException {
        Path file = Files.writeString(directory.resolve("files.json"), "{");
        Part part = StateCheck.files(file, BOOT).check(NOON);
        assertEquals(Status.UNHEALTHY, part.status());
        assertTrue(part.message().startsWith(file + " cannot be read: "), part.message());
    }

    @ParameterizedTest(name = "{0} of {1} GiB free: {2}, {3} %")
    @CsvSource({
        "10, 100, HEALTHY, 10", "9, 100, WARNING, 9", "2, 100, WARNING, 2", "1, 100, UNHEALTHY, 1", "0, 100, UNHEALTHY, 0"
    })
    void freeSpaceIsJudgedByItsShare(long usable, long total, Status status, int percent) {
        Check check = new DiskCheck(Path.of("/home"), mount -> new DiskCheck.Space(usable << 30, total << 30));
        assertEquals(new Part("disk /home", status, percent + " % of " + total + " GiB are free"), check.check(NOON));
    }

    @Test
    void aFileSystemThatCannotBeMeasuredIsUnhealthyAndTheRealRootIsMeasured() {
        Part gone = new DiskCheck(directory.resolve("gone")).check(NOON);
        assertEquals(Status.UNHEALTHY, gone.status());
        assertTrue(new DiskCheck(Path.of("/")).check(NOON).message().matches("\\d+ % of \\d+ GiB are free"));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "2026.11.1, 2026-11-24T12:00:00Z, HEALTHY",
        "2026.11.1, 2026-12-01T00:00:00Z, HEALTHY",
        "2026.11.1, 2026-12-01T00:00:01Z, WARNING",
        "2025.12.9, 2026-01-15T00:00:00Z, WARNING",
        "2026.13.1, 2026-11-24T12:00:00Z, WARNING",
        "7.0,       2026-11-24T12:00:00Z, WARNING",
        "latest,    2026-11-24T12:00:00Z, WARNING",
    })
    void anImageIsOldAfterThirtyDaysFromTheFirstOfItsMonth(String version, Instant now, Status status) {
        assertEquals(status, new ImageCheck(() -> Optional.of(version)).check(now).status());
    }

    @Test
    void updatesThatWantARestartOrDoNotComeAreAWarning() throws IOException {
        Path restart = directory.resolve("reboot-required");
        Path stamp = directory.resolve("stamp");
        Check check = new UpdatesCheck(restart, stamp, BOOT);
        Instant week = BOOTED.plus(Duration.ofDays(7));
        assertEquals(Part.healthy("updates", "installed unattended"), check.check(week));
        assertEquals(Part.warning("updates", "none were installed since " + BOOTED), check.check(week.plusSeconds(1)));
        Files.createFile(stamp);
        Files.setLastModifiedTime(stamp, FileTime.from(BOOTED.plus(Duration.ofDays(3))));
        assertEquals(Status.HEALTHY, check.check(week.plusSeconds(1)).status());
        Files.setLastModifiedTime(stamp, FileTime.from(BOOTED.minus(Duration.ofDays(60))));
        assertEquals(Status.HEALTHY, check.check(NOON).status());
        Files.createFile(restart);
        assertEquals(
                Part.warning("updates", "an update wants a restart: stop and start the workstation"), check.check(NOON));
    }

    @ParameterizedTest(name = "\"{0}\": {1}, {2}")
    @CsvSource(delimiter = '|', value = {
        "''                                                     | HEALTHY   | none has failed",
        "'atelier-pre-stop-user.service loaded failed failed Hook\n'   | WARNING   | failed: atelier-pre-stop-user.service",
        "'apt-daily.service loaded failed failed Daily apt\n'   | WARNING   | failed: apt-daily.service",
        "'apt-daily.service loaded failed failed Daily apt\natelier-jupyter.service loaded failed failed Jupyter\n'"
                + "| UNHEALTHY | failed: apt-daily.service, atelier-jupyter.service",
    })
    void failedUnitsAreNamedAndOwnOnesAreUnhealthy(String output, Status status, String message) {
        Check check = new UnitsCheck(arguments -> {
            assertEquals(List.of("list-units", "--failed", "--plain", "--no-legend", "--no-pager"), arguments);
            return output;
        });
        assertEquals(new Part("units", status, message), check.check(NOON));
    }

    @Test
    void unitsThatCannotBeListedAreUnhealthy() {
        Check check = new UnitsCheck(arguments -> {
            throw new IOException("systemctl ended with 1: no bus");
        });
        assertEquals(Part.unhealthy("units", "cannot be listed: systemctl ended with 1: no bus"), check.check(NOON));
    }

    @ParameterizedTest(name = "{0} make {1}")
    @CsvSource(delimiter = '|', value = {
        "                            | STARTING", "HEALTHY             | HEALTHY", "HEALTHY,WARNING | HEALTHY",
        "WARNING,STARTING            | STARTING", "UNHEALTHY,STARTING  | UNHEALTHY", "HEALTHY,UNHEALTHY,WARNING | UNHEALTHY",
    })
    void theWorstPartDecidesAndAWarningDoesNot(String parts, Status expected) {
        List<Part> list = Optional.ofNullable(parts).stream()
                .flatMap(names -> List.of(names.split(",")).stream())
                .map(name -> new Part(name, Status.valueOf(name), ""))
                .toList();
        assertEquals(expected, new Health(list).status());
    }
}
