package atelier.agent.watch.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnouncementsTest {
    private static final Instant STOP = Instant.parse("2026-11-24T13:00:00Z");
    private static final Verdict IDLE = new Verdict(Verdict.State.IDLE, "unused", STOP.minusSeconds(3600), Optional.of(STOP));

    @ParameterizedTest(name = "{0} before the stop: {1}")
    @CsvSource({"PT10M1S,", "PT10M,10 minutes", "PT9M1S,10 minutes", "PT9M,9 minutes", "PT1M,1 minute", "PT1S,1 minute"})
    void theLastTenMinutesHaveABanner(Duration before, String left) {
        Optional<String> banner = Optional.ofNullable(left).map(time -> "This workstation stops in " + time
                + " because it is not used. Work on it, or hold it on its home page /atelier/.");
        assertEquals(banner, Announcements.banner(IDLE, STOP.minus(before)));
    }

    @Test
    void aStoppingWorkstationSaysThatFilesStayAndOneThatNeverStopsSaysNothing() {
        Verdict stopping = new Verdict(Verdict.State.STOPPING, "unused", STOP, Optional.of(STOP));
        assertEquals(
                Optional.of("This workstation is stopping because nobody used it. Files on the share and in /home stay."),
                Announcements.banner(stopping, STOP));
        Verdict never = new Verdict(Verdict.State.NEVER, "its idle time is never", STOP, Optional.empty());
        assertEquals(Optional.empty(), Announcements.banner(never, STOP));
    }

    @ParameterizedTest(name = "from {0} to {1} before the stop passes {2}")
    @CsvSource({
        "PT12M, PT11M,", "PT11M, PT10M, PT10M", "PT10M, PT9M,", "PT6M, PT5M, PT5M", "PT5M30S, PT4M30S, PT5M",
        "PT3H, PT10M, PT10M", "PT11M, PT1M, PT2M", "PT1M, PT1S,"
    })
    void aMarkIsPassedOnce(Duration before, Duration after, Duration mark) {
        assertEquals(Optional.ofNullable(mark), Announcements.passed(IDLE, STOP.minus(before), STOP.minus(after)));
    }

    @ParameterizedTest
    @CsvSource({"PT-1M,0 minutes", "PT59S,0 minutes", "PT1M,1 minute", "PT59M,59 minutes", "PT1H,1 h", "PT26H5M,26 h 5 min"})
    void durationsAreSpoken(Duration duration, String words) {
        assertEquals(words, Spoken.of(duration));
    }
}
