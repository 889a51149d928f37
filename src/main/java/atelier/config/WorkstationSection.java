package atelier.config;

import atelier.model.Cidr;
import atelier.model.IdleStop;
import atelier.model.ResourceName;
import atelier.model.Schedule;
import atelier.model.SshAccess;
import atelier.model.SshKey;
import atelier.model.Workstation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The workstations.
 *
 * <p>A workstation without {@code idleAfter} stops after 60 idle minutes, so none runs for ever because a key was left out:
 * that takes a written {@code never}. One without {@code schedule} is started and stopped by nobody's clock.
 */
final class WorkstationSection {
    private static final Text<ResourceName> NAME = Words.name("workstation-1");
    private static final Form<Workstation> WORKSTATION = new Section<>(
            "an object with name, size and optionally owner, diskGiB, ssh, idleAfter and schedule",
            WorkstationSection::workstation);

    static final Form<List<Workstation>> WORKSTATIONS =
            Sequence.ofNamed("a list of workstations; [] for none", WORKSTATION, NAME);

    private static final int DEFAULT_DISK_GIB = 128;
    private static final Form<Integer> DISK_GIB = Scalars.whole(32, 32_767, DEFAULT_DISK_GIB);
    private static final IdleStop DEFAULT_IDLE_STOP = new IdleStop.After(Duration.ofMinutes(60));

    /** SHA-256 of "Atelier example key, replace it with your own (0)", a point of the curve whose private half nobody has. */
    private static final String EXAMPLE_KEY = "ssh-ed25519 "
            + "AAAAC3NzaC1lZDI1NTE5AAAAIEKA5x3fAM0SVolZOklkqC9xh2oDZ85q09nVGpOMqlHt replace-with-your-own-key";

    private static final Text<SshKey> PUBLIC_KEY = Text.of(SshKey::new, EXAMPLE_KEY);

    /** Private examples, because these are accepted in both exposures. */
    private static final Form<List<Cidr>> SSH_SOURCES = Sequence.ofTexts(
            "a list of at least one CIDR range",
            Words.range("192.168.10.7/32", "192.168.10.8/32", "192.168.10.9/32"),
            Integer.MAX_VALUE,
            Comparator.naturalOrder());

    private static final Form<SshAccess> SSH = new SshForm(
            new Section<>("an object with publicKey and sources; left out, SSH is off", WorkstationSection::ssh));

    private WorkstationSection() {}

    private static Field<Workstation> workstation(Fields fields) {
        var name = fields.required("name", NAME);
        var owner = fields.optional("owner", Words.GUID);
        var size = fields.required("size", Words.SIZE);
        var diskGiB = fields.optional("diskGiB", DISK_GIB, DEFAULT_DISK_GIB);
        var ssh = fields.optional("ssh", SSH, new SshAccess.Off());
        var idleAfter = fields.optional("idleAfter", ScheduleForm.IDLE_AFTER, DEFAULT_IDLE_STOP);
        var schedule = fields.optional("schedule", new ScheduleForm(), new Schedule.Never());
        return fields.build(() -> new Workstation(
                name.get(), owner.get(), size.get(), diskGiB.get(), ssh.get(), idleAfter.get(), schedule.get()));
    }

    private static Field<SshAccess> ssh(Fields fields) {
        var publicKey = fields.required("publicKey", PUBLIC_KEY);
        var sources = fields.required("sources", SSH_SOURCES);
        return fields.build(() -> new SshAccess.On(publicKey.get(), sources.get()));
    }

    /** Anything but an object is mended by leaving it out: a mend must not open a port. */
    private record SshForm(Section<SshAccess> section) implements Form<SshAccess> {
        @Override
        public Field<SshAccess> read(Place place) {
            if (!place.node().isObject()) {
                place.refuse(allowed(), Command.remove(place.path()));
                return Field.broken();
            }
            return section.read(place);
        }

        @Override
        public String allowed() {
            return section.allowed();
        }

        @Override
        public Command example(KeyPath path) {
            return section.example(path);
        }
    }
}
