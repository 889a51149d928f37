package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.Command;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image of the rehearsal, provisioned by the real Packer; its tests of level build are part of the provisioning. */
class ImageRehearsal {
    /** What a second provisioning writes although it changes nothing of the image, and why. */
    private static final Map<Pattern, String> WRITTEN_BY_ANY_MACHINE = Map.of(
            Pattern.compile("(var/log|var/tmp|tmp|root)(/.*)?"), "a machine ran",
            Pattern.compile("etc/machine-id"), "a machine ran",
            Pattern.compile("etc/(passwd|shadow)-"), "usermod keeps what the files were before, though it changes nothing in them",
            Pattern.compile("var/lib/(systemd|dbus|private|chrony|logrotate)(/.*)?"), "systemd and its services keep their state",
            Pattern.compile("(var/lib/apt/lists|var/cache)(/.*)?"), "what apt and others can make again",
            Pattern.compile("opt(/atelier-image(/.*)?)?"), "the provisioning itself, which is removed at its end");

    @Test
    void aSecondBakeChangesNothing() {
        List<String> changed = Command.bash("sandbox/lib/machine/bake-again").run().succeeded().out().lines()
                .filter(path -> WRITTEN_BY_ANY_MACHINE.keySet().stream().noneMatch(any -> any.matcher(path).matches()))
                .toList();
        assertEquals(List.of(), changed);
    }
}
