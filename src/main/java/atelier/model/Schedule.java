package atelier.model;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/** When a workstation is started and stopped by the clock. */
public sealed interface Schedule {

    /** By hand and by idling only. */
    record Never() implements Schedule {}

    /** Started and stopped on these days, by local time; the stop is later on the same day. */
    record Weekly(LocalTime start, LocalTime stop, SortedSet<DayOfWeek> days, ZoneId timeZone) implements Schedule {
        public Weekly {
            Invalid.unless(start.isBefore(stop), stop, "a time later than the start, on the same day");
            Invalid.unless(!days.isEmpty(), days, "at least one day");
            days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
        }
    }
}
