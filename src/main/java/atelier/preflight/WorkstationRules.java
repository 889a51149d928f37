package atelier.preflight;

import atelier.catalog.WindowsTimeZones;
import atelier.model.Exposure;
import atelier.model.Problem;
import atelier.model.Schedule;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.model.Workstation;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A workstation's SSH sources and its schedule. */
final class WorkstationRules {
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(15);
    private static final LocalTime LATEST_START = LocalTime.of(23, 44);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private WorkstationRules() {}

    static List<Problem> ssh(Spec spec, int index) {
        Workstation workstation = spec.workstations().get(index);
        if (!(workstation.ssh() instanceof SshAccess.On on)) {
            return List.of();
        }
        boolean hidden = spec.network().exposure() instanceof Exposure.Private;
        return SourceRules.judge(
                "atelier:workstations[" + index + "].ssh.sources",
                on.sources(),
                hidden ? SourceRules.Width.SSH_PRIVATE : SourceRules.Width.SSH);
    }

    static List<Problem> schedule(Spec spec, int index) {
        if (!(spec.workstations().get(index).schedule() instanceof Schedule.Weekly weekly)) {
            return List.of();
        }
        String path = "atelier:workstations[" + index + "].schedule";
        List<Problem> problems = new ArrayList<>();
        if (Duration.between(weekly.start(), weekly.stop()).compareTo(SHORTEST_WINDOW) < 0) {
            problems.add(tooShort(path, weekly));
        }
        if (WindowsTimeZones.nameOf(weekly.timeZone()).isEmpty()) {
            problems.add(new Problem(
                    path + ".timeZone",
                    weekly.timeZone().getId(),
                    "an IANA time zone that Windows knows too, because Logic Apps uses Windows names; "
                            + "such as Europe/Amsterdam or UTC",
                    Fix.set(path + ".timeZone", "UTC")));
        }
        return problems;
    }

    private static Problem tooShort(String path, Schedule.Weekly weekly) {
        String command = weekly.start().isAfter(LATEST_START)
                ? Fix.set(path + ".start", TIME.format(weekly.stop().minusHours(1)))
                : Fix.set(path + ".stop", TIME.format(weekly.start().plus(SHORTEST_WINDOW)));
        return new Problem(
                path + ".stop",
                TIME.format(weekly.stop()),
                "a time at least " + SHORTEST_WINDOW.toMinutes() + " minutes after the start, which is "
                        + TIME.format(weekly.start()),
                command);
    }
}
