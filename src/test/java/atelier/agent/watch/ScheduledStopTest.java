package atelier.agent.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atelier.agent.machine.MachineDocument.Schedule;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledStopTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** 2026-11-24 is a Tuesday; Amsterdam changes its clocks on 2026-10-25 and 2026-03-29. */
    @ParameterizedTest(name = "{0} at {1}, now {2}: {3}")
    @CsvSource({
        "TUESDAY,  19:00, 2026-11-24T12:00:00Z, 2026-11-24T18:00:00Z",
        "TUESDAY,  19:00, 2026-11-24T17:59:59Z, 2026-11-24T18:00:00Z",
        "TUESDAY,  19:00, 2026-11-24T18:00:00Z, 2026-12-01T18:00:00Z",
        "MONDAY,   19:00, 2026-11-24T12:00:00Z, 2026-11-30T18:00:00Z",
        "SUNDAY,   02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        "MONDAY,   19:00, 2026-10-24T12:00:00Z, 2026-10-26T18:00:00Z",
        "MONDAY,   19:00, 2026-03-28T12:00:00Z, 2026-03-30T17:00:00Z",
    })
    void theNextOneIsFoundByLocalTime(DayOfWeek day, LocalTime stop, Instant now, Instant expected) {
        Schedule schedule = new Schedule(List.of(day), LocalTime.of(1, 0), stop, AMSTERDAM);
        assertEquals(new ScheduledStop(expected), ScheduledStop.after(now, schedule));
    }

    @ParameterizedTest(name = "{0} before it: {1}")
    @CsvSource({"PT10M1S,", "PT10M,10 minutes", "PT59S,1 minute"})
    void theLastTenMinutesHaveABanner(Duration before, String left) {
        Instant stop = Instant.parse("2026-11-24T18:00:00Z");
        Optional<String> banner = Optional.ofNullable(left).map(time -> "The schedule stops this workstation in " + time
                + ", whatever runs and whoever holds it. Save your work.");
        assertEquals(banner, new ScheduledStop(stop).banner(stop.minus(before)));
    }

    @Test
    void peopleWhoWorkAreToldInTheirPagesAndTerminals(@TempDir Path root) throws IOException {
        Fixture fixture = new Fixture(root);
        fixture.userData = fixture.userData.replace(
                "\"schedule\" : \"never\"",
                "\"schedule\" : {\"days\" : [\"Tue\"], \"start\" : \"08:00\", \"stop\" : \"14:00\", \"timeZone\" : \"Europe/Amsterdam\"}");
        fixture.signal = now -> Reading.active("ssh", Use.Kind.WORK, now, "somebody types");
        fixture.tick();
        fixture.watch.hold(12, "ada@example.com");
        fixture.minutes(49);
        assertEquals(List.of(), fixture.watch.status().banners());
        assertFalse(Files.exists(fixture.places.announcement()));
        for (int[] told : new int[][] {{1, 10}, {4, 10}, {1, 5}, {2, 5}, {1, 2}}) {
            fixture.minutes(told[0]);
            assertEquals(
                    "The schedule stops this workstation in " + told[1]
                            + " minutes, whatever runs and whoever holds it. Save your work.\n",
                    Files.readString(fixture.places.announcement()));
        }
        assertEquals(
                List.of("The schedule stops this workstation in 2 minutes, whatever runs and whoever holds it. Save your work."),
                fixture.watch.status().banners().subList(0, 1));
        assertEquals(List.of(), fixture.deallocated);
    }
}
