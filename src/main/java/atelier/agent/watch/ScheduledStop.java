package atelier.agent.watch;

import atelier.agent.machine.MachineDocument.Schedule;
import atelier.agent.watch.idle.Announcements;
import atelier.agent.watch.idle.IdleRule;
import atelier.agent.watch.idle.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The next stop by the schedule. Azure does it at its time, whatever runs on the workstation and whoever holds it, so all that
 * the watch can do is to tell people.
 */
record ScheduledStop(Instant at) {
    private static final int DAYS = 8;

    /** The first one after a moment; a time that the change to summer time leaves out is an hour later. */
    static ScheduledStop after(Instant now, Schedule schedule) {
        ZonedDateTime here = now.atZone(schedule.timeZone());
        return IntStream.range(0, DAYS)
                .mapToObj(ahead -> here.toLocalDate().plusDays(ahead))
                .filter(day -> schedule.days().contains(day.getDayOfWeek()))
                .map(day -> day.atTime(schedule.stop()).atZone(schedule.timeZone()).toInstant())
                .filter(stop -> stop.isAfter(now))
                .findFirst()
                .map(ScheduledStop::new)
                .orElseThrow();
    }

    /** Whether people are to be told once more: ten, five and two minutes before it. */
    boolean isToBeAnnounced(Instant last, Instant now) {
        return Announcements.passed(at, last, now).isPresent();
    }

    /** For the last ten minutes; absent before. */
    Optional<String> banner(Instant now) {
        Duration left = Duration.between(now, at);
        return left.compareTo(IdleRule.WARNING) > 0
                ? Optional.empty()
                : Optional.of("The schedule stops this workstation in " + Spoken.roundedUp(left)
                        + ", whatever runs and whoever holds it. Save your work.");
    }
}
