package atelier.rehearsal;

import static atelier.rehearsal.ShellAttack.assertEnds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What lies on the share, on the data disk and on scratch, put there by whoever was root elsewhere, and links for root to
 * follow.
 */
@ExtendWith(DevWorkstation.class)
class FileAttacksRehearsal {
    private static final List<String> MOUNTS = List.of("/files", "/home/azureuser", "/scratch");

    static final List<Attack<Workstation>> ATTACKS = Stream.of(
            MOUNTS.stream().flatMap(place -> Stream.of(
                    planted("runs a program of root's rights in " + place, place,
                            "install -m 4755 /usr/bin/id FILE", "FILE --user", 0, "^2000$"),
                    planted("runs a program of a group's rights in " + place, place,
                            "install -m 2755 -g atelier-apps /usr/bin/id FILE", "FILE --group", 0, "^2000$"),
                    planted("opens a device in " + place, place, "mknod -m 0666 FILE c 1 3", "bash -c 'echo >FILE'", 1,
                            "Permission denied"))),
            Stream.of(
                    linked("root makes a directory where a link of the home directory leads",
                            "rm -rf ~/envs && ln -s /etc/attacked ~/envs",
                            "/usr/lib/atelier/home", "rm ~/envs && mkdir ~/envs"),
                    linked("root writes where the link to the user files leads", "rm -f ~/files && ln -s /etc/attacked ~/files",
                            "/usr/lib/atelier/home", "rm ~/files && ln -s /files ~/files"),
                    linked("root copies samples where a link on the share leads",
                            "mv /files/Users/ada /files/Users/kept && ln -s /etc/attacked /files/Users/ada",
                            "/usr/lib/atelier/files", "rm /files/Users/ada && mv /files/Users/kept /files/Users/ada"),
                    linked("root runs a hook from the home directory",
                            "mkdir -p ~/.config/atelier && printf '#!/bin/sh\\ntouch /etc/attacked\\n' "
                            + ">~/.config/atelier/pre-stop && chmod +x ~/.config/atelier/pre-stop",
                            "systemctl start atelier-pre-stop-user.service", "rm ~/.config/atelier/pre-stop"),
                    linked("root runs a hook that is a link to a program of root's", "mkdir -p ~/.config/atelier && "
                            + "ln -s /usr/lib/atelier/apply-ssh ~/.config/atelier/pre-stop",
                            "systemctl start atelier-pre-stop-user.service", "rm ~/.config/atelier/pre-stop"),
                    linked("root sets rights where a link on scratch leads",
                            "rm -rf /scratch/tmp && ln -s /etc/atelier /scratch/tmp",
                            "/usr/lib/atelier/scratch; stat --format '%U %a' /etc/atelier | grep -qx 'root 755' "
                                    + "|| touch /etc/attacked",
                            "rm -rf /scratch/tmp && mkdir -m 0700 /scratch/tmp")))
            .flatMap(attacks -> attacks).toList();

    @TestFactory
    Stream<DynamicTest> nothingComesOfIt(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void theSameProgramsHaveTheirRightsElsewhere(Workstation workstation) {
        assertEnds(0, "^0$", plant(workstation, "install -m 4755 /usr/bin/id FILE", "FILE --user", "/var/tmp/attacks"));
        assertEnds(0, "^$", plant(workstation, "mknod -m 0666 FILE c 1 3", "bash -c 'echo >FILE'", "/dev/attacks"));
        assertEquals("", workstation.shell("azureuser",
                "test -w /files && test -w ~ && test -w /scratch").succeeded().everything());
    }

    private static Attack<Workstation> planted(String name, String place, String plant, String use, int exitCode, String says) {
        return new Attack<>(name, workstation -> assertEnds(exitCode, says, plant(workstation, plant, use, place + "/attacks")));
    }

    private static Run plant(Workstation workstation, String plant, String use, String file) {
        workstation.run("bash", "-euc", plant.replace("FILE", file)).succeeded();
        try {
            return workstation.shell("azureuser", use.replace("FILE", file));
        } finally {
            workstation.run("rm", file).succeeded();
        }
    }

    /** The account lays a trap, root passes by, and nothing of root's has changed. */
    private static Attack<Workstation> linked(String name, String trap, String root, String mend) {
        return new Attack<>(name, workstation -> {
            workstation.shell("azureuser", trap).succeeded();
            try {
                workstation.run("bash", "-c", root);
                assertEnds(2, "No such file", workstation.run("ls", "/etc/attacked"));
            } finally {
                workstation.shell("azureuser", mend).succeeded();
            }
        });
    }
}
