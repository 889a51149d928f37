package atelier.agent.watch.signal;

import atelier.agent.machine.MachineDocument.Schedule;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Use;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The clock: a scheduled start counts as use, so that people who come by it find the workstation running. */
public final class ScheduleSignal implements Signal {
    private static final int DAYS = 8;

    private final Supplier<Optional<Schedule>> schedule;

    public ScheduleSignal(Supplier<Optional<Schedule>> schedule) {
        this.schedule = schedule;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public Reading read(Instant now) {
        return schedule.get()
                .map(weekly -> lastStart(weekly, now))
                .map(start -> Reading.of(
                        name(), List.of(new Use(Use.Kind.WORK, start.toInstant())), now, "the last start was due at " + start))
                .orElseGet(() -> Reading.quiet(name(), "there is no schedule"));
    }

    /** The latest start that is not after now; a time that the change to summer time leaves out is an hour later. */
    static ZonedDateTime lastStart(Schedule schedule, Instant now) {
        ZonedDateTime here = now.atZone(schedule.timeZone());
        return IntStream.range(0, DAYS)
                .mapToObj(back -> here.toLocalDate().minusDays(back))
                .filter(day -> schedule.days().contains(day.getDayOfWeek()))
                .map(day -> day.atTime(schedule.start()).atZone(schedule.timeZone()))
                .filter(start -> !start.isAfter(here))
                .findFirst()
                .orElseThrow();
    }
}
