package atelier.agent.watch.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdleRuleTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final UseHistory USED_AT_NOON = UseHistory.startingAt(NOON);

    /** Minutes after noon, when everything was used last; the stop has been announced for when it is due. */
    @ParameterizedTest(name = "idleAfter {0}, {1} after the last use, {2}: {3}, stops {4} after it")
    @CsvSource({
        // Known signals only.
        "PT1H,  PT1M,      quiet,   IDLE,     PT1H",
        "PT1H,  PT59M59S,  quiet,   IDLE,     PT1H",
        "PT1H,  PT1H,      quiet,   STOPPING, PT1H",
        "PT1H,  PT1H1S,    quiet,   STOPPING, PT1H",
        "PT15M, PT14M59S,  quiet,   IDLE,     PT15M",
        "PT15M, PT15M,     quiet,   STOPPING, PT15M",
        "PT24H, PT23H59M,  quiet,   IDLE,     PT24H",
        "PT24H, PT24H,     quiet,   STOPPING, PT24H",
        // A signal that cannot be read: three times, at most a day.
        "PT1H,  PT1H,      unknown, IDLE,     PT3H",
        "PT1H,  PT2H59M59S,unknown, IDLE,     PT3H",
        "PT1H,  PT3H,      unknown, STOPPING, PT3H",
        "PT15M, PT45M,     unknown, STOPPING, PT45M",
        "PT8H,  PT23H59M,  unknown, IDLE,     PT24H",
        "PT8H,  PT24H,     unknown, STOPPING, PT24H",
        "PT9H,  PT24H,     unknown, STOPPING, PT24H",
        "PT24H, PT24H,     unknown, STOPPING, PT24H",
    })
    void stopsWhenItsTimeIsOver(Duration idleAfter, Duration unused, String signal, String state, Duration stops) {
        Reading reading = signal.equals("quiet") ? Reading.quiet("ssh", "none") : Reading.unknown("ssh", "hidden");
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.of(idleAfter), USED_AT_NOON, List.of(reading), Optional.empty(),
                Optional.of(NOON.plus(stops)), NOON.plus(unused)));
        assertEquals(state, verdict.state().name());
        assertEquals(Optional.of(NOON.plus(stops)), verdict.stopsAt());
        assertEquals(NOON, verdict.since());
    }

    @Test
    void anActiveSignalMakesItBusyAndGivesTheWholeIdleTime() {
        Instant now = NOON.plus(Duration.ofHours(5));
        List<Reading> readings = List.of(
                Reading.quiet("ssh", "no session is open"),
                Reading.active("kernels", Use.Kind.WORK, now, "1 of 2 kernels run a cell"));
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON.after(readings, now), readings, Optional.empty(),
                Optional.of(now), now));
        assertEquals(
                new Verdict(Verdict.State.BUSY, "kernels: 1 of 2 kernels run a cell", now, Optional.of(now.plusSeconds(3600))),
                verdict);
    }

    @Test
    void neverMeansNeverWhateverTheSignalsSay() {
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.empty(), USED_AT_NOON, List.of(Reading.unknown("ssh", "hidden")), Optional.empty(),
                Optional.of(NOON), NOON.plus(Duration.ofDays(45))));
        assertEquals(new Verdict(Verdict.State.NEVER, "its idle time is never", NOON, Optional.empty()), verdict);
    }

    @ParameterizedTest(name = "hold of {0}, asked {1} after it began: {2}, stops {3} after the last use")
    @CsvSource({
        "PT2H, PT1H59M, HELD,     PT2H",
        "PT2H, PT2H,    STOPPING, PT2H",
        "PT12H,PT11H59M,HELD,     PT12H",
        "PT30M,PT30M,   IDLE,     PT1H",
    })
    void aHoldMovesTheStopToItsEndAndNoFurther(Duration hold, Duration later, String state, Duration stops) {
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON, List.of(), Optional.of(new Hold(NOON.plus(hold), "ada")),
                Optional.of(NOON.plus(stops)), NOON.plus(later)));
        assertEquals(state, verdict.state().name());
        assertEquals(Optional.of(NOON.plus(stops)), verdict.stopsAt());
    }

    @Test
    void whateverBringsTheStopNearerLeavesTenMinutes() {
        Instant now = NOON.plus(Duration.ofHours(5));
        Situation holdTakenBack = new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON, List.of(), Optional.empty(),
                Optional.of(NOON.plus(Duration.ofHours(12))), now);
        Situation neverTaken = new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON, List.of(), Optional.empty(), Optional.empty(), now);
        Optional<Instant> inTenMinutes = Optional.of(now.plus(Duration.ofMinutes(10)));
        assertEquals(inTenMinutes, IdleRule.judge(holdTakenBack).stopsAt());
        assertEquals(inTenMinutes, IdleRule.judge(neverTaken).stopsAt());
        assertEquals(Verdict.State.IDLE, IdleRule.judge(neverTaken).state());
    }

    @Test
    void anAnnouncedStopIsNotPutOffByTimePassing() {
        Optional<Instant> announced = Optional.of(NOON.plus(Duration.ofHours(5)));
        Situation later = new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON, List.of(), Optional.empty(), announced,
                NOON.plus(Duration.ofMinutes(295)));
        assertEquals(announced, IdleRule.judge(later).stopsAt());
    }

    @Test
    void itSaysWhyAndWhatItCouldNotRead() {
        List<Reading> readings = List.of(Reading.unknown("kernels", "Jupyter does not answer"), Reading.unknown("gpu", "hangs"));
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON, readings, Optional.empty(),
                Optional.of(NOON.plus(Duration.ofHours(3))), NOON.plus(Duration.ofMinutes(185))));
        assertEquals("unused for 3 h 5 min; cannot be read: kernels, gpu", verdict.why());
    }

    @ParameterizedTest(name = "open since noon, asked {0} later: {1}, stops {2} after noon")
    @CsvSource({
        "PT11H59M, BUSY, PT12H59M",
        "PT12H,    BUSY, PT13H",
        "PT12H3M,  IDLE, PT13H",
        "PT13H,    STOPPING, PT13H",
    })
    void somethingMerelyOpenKeepsItForTwelveHoursAfterTheLastWork(Duration later, String state, Duration stops) {
        Instant now = NOON.plus(later);
        List<Reading> readings = List.of(Reading.active("vs-code", Use.Kind.PRESENCE, now, "a browser is connected"));
        Verdict verdict = IdleRule.judge(new Situation(
                Optional.of(Duration.ofHours(1)), USED_AT_NOON.after(readings, now), readings, Optional.empty(),
                Optional.of(NOON.plus(stops)), now));
        assertEquals(state, verdict.state().name());
        assertEquals(Optional.of(NOON.plus(stops)), verdict.stopsAt());
    }

    @Test
    void aUseInTheFutureCountsAsOneOfNow() {
        Use future = new Use(Use.Kind.WORK, NOON.plus(Duration.ofDays(30)));
        Reading reading = Reading.of("kernels", List.of(future), NOON, "a clock is wrong");
        assertEquals(NOON, USED_AT_NOON.after(List.of(reading), NOON).lastUse());
    }
}
