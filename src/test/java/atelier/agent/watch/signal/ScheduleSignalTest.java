package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.agent.machine.MachineDocument.Schedule;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleSignalTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    /** 2026-11-24 is a Tuesday; Amsterdam changes its clocks on 2026-10-25 and 2026-03-29. */
    @ParameterizedTest(name = "{0} at {1}, now {2}: {3}")
    @CsvSource({
        "MONDAY,   08:00, 2026-11-24T12:00:00Z, 2026-11-23T07:00:00Z",
        "TUESDAY,  08:00, 2026-11-24T07:00:00Z, 2026-11-24T07:00:00Z",
        "TUESDAY,  08:00, 2026-11-24T06:59:59Z, 2026-11-17T07:00:00Z",
        "WEDNESDAY,08:00, 2026-11-24T12:00:00Z, 2026-11-18T07:00:00Z",
        "SUNDAY,   02:30, 2026-10-25T12:00:00Z, 2026-10-25T00:30:00Z",
        "SUNDAY,   02:30, 2026-03-29T12:00:00Z, 2026-03-29T01:30:00Z",
        "MONDAY,   08:00, 2026-10-26T12:00:00Z, 2026-10-26T07:00:00Z",
        "FRIDAY,   08:00, 2026-10-23T12:00:00Z, 2026-10-23T06:00:00Z",
    })
    void theLastStartIsFoundByLocalTime(DayOfWeek day, LocalTime start, Instant now, Instant expected) {
        Schedule schedule = new Schedule(List.of(day), start, LocalTime.of(19, 0), AMSTERDAM);
        assertEquals(expected, ScheduleSignal.lastStart(schedule, now).toInstant());
    }

    @Test
    void aStartCountsAsUse() throws IOException {
        Schedule schedule =
                new Schedule(List.of(DayOfWeek.TUESDAY), LocalTime.of(8, 0), LocalTime.of(19, 0), AMSTERDAM);
        Instant now = Instant.parse("2026-11-24T08:00:00Z");
        assertEquals(
                new Reading(
                        "schedule", Reading.State.QUIET, List.of(new Use(Use.Kind.WORK, now.minusSeconds(3600))),
                        "the last start was due at 2026-11-24T08:00+01:00[Europe/Amsterdam]"),
                new ScheduleSignal(() -> Optional.of(schedule)).read(now));
        assertEquals(
                Reading.quiet("schedule", "there is no schedule"), new ScheduleSignal(Optional::empty).read(now));
    }
}
