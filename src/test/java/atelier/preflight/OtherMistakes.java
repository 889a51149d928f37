package atelier.preflight;

import atelier.model.Problem;
import atelier.model.Tls;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Schedules, nodes, groups, owners and domains. */
final class OtherMistakes {
    private OtherMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "a time zone that Windows does not know",
                draft -> draft.grace().timeZone = "Antarctica/Troll",
                new Problem(
                        "atelier:workstations[1].schedule.timeZone",
                        "Antarctica/Troll",
                        "an IANA time zone that Windows knows too, because Logic Apps uses Windows names; such "
                                + "as Europe/Amsterdam or UTC",
                        "pulumi config set --path 'atelier:workstations[1].schedule.timeZone' UTC")));
        mistakes.add(new Mistake(
                "a schedule too short to work in",
                draft -> draft.grace().stop = "08:05",
                new Problem(
                        "atelier:workstations[1].schedule.stop",
                        "08:05",
                        "a time at least 15 minutes after the start, which is 08:00",
                        "pulumi config set --path 'atelier:workstations[1].schedule.stop' 08:15")));
        mistakes.add(new Mistake(
                "a schedule that starts too late",
                draft -> {
                    draft.grace().start = "23:50";
                    draft.grace().stop = "23:55";
                },
                new Problem(
                        "atelier:workstations[1].schedule.stop",
                        "23:55",
                        "a time at least 15 minutes after the start, which is 23:50",
                        "pulumi config set --path 'atelier:workstations[1].schedule.start' 22:55")));
        mistakes.add(new Mistake(
                "a group as the owner",
                draft -> draft.ada().owner = draft.readers,
                new Problem(
                        "atelier:workstations[0].owner",
                        "4c9e7d5f-260a-418b-a3f4-4d1a5e3b9c72",
                        "the object id of a user, or no owner for a shared machine; this is the group of the "
                                + "readers",
                        "pulumi config rm --path 'atelier:workstations[0].owner'")));
        mistakes.add(new Mistake(
                "the tenant as the owner",
                draft -> draft.ada().owner = Optional.of("8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613"),
                new Problem(
                        "atelier:workstations[0].owner",
                        "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613",
                        "the object id of a user, or no owner for a shared machine; this is the tenant",
                        "pulumi config rm --path 'atelier:workstations[0].owner'")));
        mistakes.add(new Mistake(
                "the app registration as the owner",
                draft -> draft.ada().owner = Optional.of("4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae"),
                new Problem(
                        "atelier:workstations[0].owner",
                        "4b1d7e90-2c35-4f68-8a17-d3f96b20c5ae",
                        "the object id of a user, or no owner for a shared machine; this is the app registration "
                                + "for sign-in",
                        "pulumi config rm --path 'atelier:workstations[0].owner'")));
        mistakes.add(new Mistake(
                "a domain that is Microsoft's",
                draft -> draft.tls = Optional.of(new Tls("vision.cloudapp.azure.com", "wildcard")),
                new Problem(
                        "atelier:tls.domain",
                        "vision.cloudapp.azure.com",
                        "a domain of your own; azure.com is Microsoft's. Without atelier:tls the machines use "
                                + "Azure's host names",
                        "pulumi config rm --path 'atelier:tls'")));
        return mistakes;
    }
}
