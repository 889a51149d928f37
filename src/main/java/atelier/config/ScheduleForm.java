package atelier.config;

import atelier.model.IdleStop;
import atelier.model.Invalid;
import atelier.model.Schedule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a workstation stops, and starts again: after idling, and by the clock. */
final class ScheduleForm implements Form<Schedule> {
    static final String ALLOWED = "never, or an object with start, stop, days and timeZone";

    /** {@code <n>m} or {@code <n>h}, or {@code never}. */
    static final Text<IdleStop> IDLE_AFTER = idleAfter();

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC");
    private static final LocalTime USUAL_STOP = LocalTime.of(19, 0);
    private static final Text<LocalTime> START = time("08:00");
    private static final Text<LocalTime> STOP = time(USUAL_STOP.toString());
    private static final Form<List<DayOfWeek>> DAYS = Sequence.ofTexts(
            "a list of at least one of Mon, Tue, Wed, Thu, Fri, Sat, Sun",
            Text.choice(List.of(DayOfWeek.values()), day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)),
            Integer.MAX_VALUE,
            Comparator.naturalOrder());
    private static final Text<ZoneId> TIME_ZONE = timeZone();
    private static final Section<Schedule> WEEKLY = new Section<>(ALLOWED, ScheduleForm::weekly);

    @Override
    public Field<Schedule> read(Place place) {
        if (place.node().isTextual() && place.node().textValue().equals("never")) {
            return Field.of(new Schedule.Never());
        }
        return WEEKLY.read(place);
    }

    @Override
    public String allowed() {
        return ALLOWED;
    }

    @Override
    public Command example(KeyPath path) {
        return WEEKLY.example(path);
    }

    private static Field<Schedule> weekly(Fields fields) {
        var start = fields.required("start", START);
        var stop = fields.required("stop", STOP);
        refuseStopBeforeStart(fields, start.value(), stop.value());
        var days = fields.required("days", DAYS);
        var timeZone = fields.required("timeZone", TIME_ZONE);
        return fields.build(() -> new Schedule.Weekly(start.get(), stop.get(), new TreeSet<>(days.get()), timeZone.get()));
    }

    private static void refuseStopBeforeStart(Fields fields, Optional<LocalTime> start, Optional<LocalTime> stop) {
        if (start.isEmpty() || stop.isEmpty() || start.get().isBefore(stop.get())) {
            return;
        }
        Place place = fields.place("stop");
        Command late = STOP.example(place.path());
        Command early = START.example(fields.place("start").path());
        place.refuse(
                "a time after the start" + place.hint(start.get()) + " on the same day",
                start.get().isBefore(USUAL_STOP) ? late : early.then(late));
    }

    private static Text<LocalTime> time(String example) {
        String allowed = "a time of day from 00:00 to 23:59 as HH:MM";
        return new Text<>(allowed, List.of(example), text -> {
            if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
                throw new Invalid(text, allowed);
            }
            return LocalTime.parse(text);
        });
    }

    // The short names that java.time also knows, and those under Etc/, are offsets: they do not follow summer time.
    private static Text<ZoneId> timeZone() {
        String allowed = "an IANA time zone by region and city such as Europe/Amsterdam, or UTC";
        Set<String> known = ZoneId.getAvailableZoneIds();
        return new Text<>(allowed, List.of("Europe/Amsterdam"), text -> {
            boolean region = text.contains("/") && !text.startsWith("SystemV/") && !text.startsWith("Etc/");
            if (!known.contains(text) || !region && !UTC.contains(text)) {
                throw new Invalid(text, allowed);
            }
            return ZoneId.of(text);
        });
    }

    private static Text<IdleStop> idleAfter() {
        String allowed = "<n>m or <n>h from 15m to 24h, or never";
        Pattern duration = Pattern.compile("([1-9][0-9]{0,3})([mh])");
        return new Text<>(allowed, List.of("60m"), text -> {
            if (text.equals("never")) {
                return new IdleStop.Never();
            }
            Matcher parts = duration.matcher(text);
            if (!parts.matches()) {
                throw new Invalid(text, allowed);
            }
            int number = Integer.parseInt(parts.group(1));
            return new IdleStop.After(parts.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number));
        });
    }
}
