package atelier.agent.watch.idle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whole days of a workstation, minute by minute, with signals that come, go and fail at random. */
class IdleRulePropertyTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    /** What one signal says during some minutes. */
    enum Says { WORK, PRESENCE, QUIET, UNKNOWN }

    @Provide
    Arbitrary<Duration> idleTimes() {
        return Arbitraries.integers().between(15, 24 * 60).map(Duration::ofMinutes);
    }

    /** Each element lasts a quarter of an hour. */
    @Provide
    Arbitrary<List<Says>> days() {
        return Arbitraries.of(Says.class).list().ofMaxSize(60);
    }

    /** Without anything that is use. */
    @Provide
    Arbitrary<List<Says>> lonelyDays() {
        return Arbitraries.of(Says.QUIET, Says.UNKNOWN).list().ofMaxSize(60);
    }

    @Property(tries = 40)
    void neverStopsWithinTheIdleTimeAfterAnyWork(@ForAll("idleTimes") Duration idleAfter, @ForAll("days") List<Says> day) {
        Instant lastWork = START;
        for (Minute minute : live(idleAfter, day, Optional.empty(), Says.QUIET)) {
            lastWork = minute.says == Says.WORK ? minute.now : lastWork;
            assertFalse(minute.verdict.stops() && minute.now.isBefore(lastWork.plus(idleAfter)), minute::toString);
        }
    }

    @Property(tries = 40)
    void neverStopsWithinTheIdleTimeAfterSomethingOpenUnlessTheWorkIsTwelveHoursAgo(
            @ForAll("idleTimes") Duration idleAfter, @ForAll("days") List<Says> day) {
        Instant lastWork = START;
        Instant lastOpen = START;
        for (Minute minute : live(idleAfter, day, Optional.empty(), Says.QUIET)) {
            lastWork = minute.says == Says.WORK ? minute.now : lastWork;
            boolean counts = minute.says == Says.PRESENCE && !minute.now.isAfter(lastWork.plus(Duration.ofHours(12)));
            lastOpen = counts ? minute.now : lastOpen;
            assertFalse(minute.verdict.stops() && minute.now.isBefore(lastOpen.plus(idleAfter)), minute::toString);
        }
    }

    @Property(tries = 40)
    void stopsByTheCeilingHoweverTheSignalsFail(
            @ForAll("idleTimes") Duration idleAfter,
            @ForAll("lonelyDays") List<Says> day,
            @ForAll("lastOnes") Says forEver) {
        long minutes = Math.min(3 * idleAfter.toMinutes(), 24 * 60) + 10;
        Instant ceiling = START.plus(Duration.ofMinutes(minutes));
        assertTrue(stopped(live(idleAfter, day, Optional.empty(), forEver), ceiling));
    }

    @Provide
    Arbitrary<Says> lastOnes() {
        return Arbitraries.of(Says.QUIET, Says.UNKNOWN);
    }

    @Property(tries = 20)
    void stopsHalfADayLaterThanThatWhenSomethingStaysOpenForEver(@ForAll("idleTimes") Duration idleAfter) {
        Instant ceiling = START.plus(UseHistory.PRESENCE_LIMIT).plus(idleAfter);
        assertTrue(stopped(live(idleAfter, List.of(), Optional.empty(), Says.PRESENCE), ceiling));
    }

    @Property(tries = 20)
    void noHoldReachesBeyondItsTwelveHours(
            @ForAll("idleTimes") Duration idleAfter, @ForAll @IntRange(min = 1, max = Hold.MOST_HOURS) int hours) {
        Hold hold = Hold.of(hours, "ada", START);
        List<Minute> minutes = live(idleAfter, List.of(), Optional.of(hold), Says.QUIET);
        Instant last = UseHistory.later(hold.until(), START.plus(idleAfter)).plus(IdleRule.WARNING);
        assertTrue(stopped(minutes, last));
        assertTrue(minutes.stream().noneMatch(minute -> minute.verdict.stops() && hold.lasts(minute.now)));
    }

    @Property(tries = 40)
    void theCountdownRunsDownAndJumpsForwardOnlyForAReason(
            @ForAll("idleTimes") Duration idleAfter, @ForAll("days") List<Says> day) {
        List<Minute> minutes = live(idleAfter, day, Optional.empty(), Says.QUIET);
        for (int i = 1; i < minutes.size(); i++) {
            Instant before = minutes.get(i - 1).verdict.stopsAt().orElseThrow();
            Instant after = minutes.get(i).verdict.stopsAt().orElseThrow();
            boolean nothingHappened = minutes.get(i).says == Says.QUIET && minutes.get(i - 1).says == Says.QUIET;
            assertFalse(nothingHappened && after.isAfter(before), minutes.get(i)::toString);
        }
    }

    @Property(tries = 40)
    void everyStopWasAnnouncedTenMinutesBefore(@ForAll("idleTimes") Duration idleAfter, @ForAll("days") List<Says> day) {
        List<Minute> minutes = live(idleAfter, day, Optional.empty(), Says.QUIET);
        Minute stop = minutes.stream().filter(minute -> minute.verdict.stops()).findFirst().orElseThrow();
        boolean announced = minutes.stream()
                .filter(minute -> !minute.now.isAfter(stop.now.minus(IdleRule.WARNING)))
                .anyMatch(minute -> !minute.verdict.stopsAt().orElseThrow().isAfter(stop.now));
        assertTrue(announced, stop::toString);
    }

    private record Minute(Instant now, Says says, Verdict verdict) {}

    private static boolean stopped(List<Minute> minutes, Instant latest) {
        return minutes.stream().anyMatch(minute -> minute.verdict.stops() && !minute.now.isAfter(latest.plus(TWO_MINUTES)));
    }

    /** The day's quarters of an hour, then the same for ever; ends with the stop, or after four days. */
    private static List<Minute> live(Duration idleAfter, List<Says> day, Optional<Hold> hold, Says forEver) {
        List<Minute> minutes = new ArrayList<>();
        UseHistory history = UseHistory.startingAt(START);
        Optional<Instant> promised = Optional.empty();
        for (int minute = 0; minute < 4 * 24 * 60; minute++) {
            Instant now = START.plus(Duration.ofMinutes(minute));
            Says says = minute / 15 < day.size() ? day.get(minute / 15) : forEver;
            List<Reading> readings = List.of(reading(says, now));
            history = history.after(readings, now);
            Verdict verdict =
                    IdleRule.judge(new Situation(Optional.of(idleAfter), history, readings, hold, promised, now));
            promised = verdict.stopsAt();
            minutes.add(new Minute(now, says, verdict));
            if (verdict.stops()) {
                return minutes;
            }
        }
        return minutes;
    }

    private static Reading reading(Says says, Instant now) {
        return switch (says) {
            case WORK -> Reading.active("any", Use.Kind.WORK, now, "works");
            case PRESENCE -> Reading.active("any", Use.Kind.PRESENCE, now, "is open");
            case QUIET -> Reading.quiet("any", "is quiet");
            case UNKNOWN -> Reading.unknown("any", "fails");
        };
    }
}
