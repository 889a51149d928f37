package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The user files mounted by a real kernel with the real mount.cifs, the image's helper and the options of the image's unit,
 * from a real SMB server that wants SMB 3.1.1 and encryption; Azure's list of keys is played.
 */
class UserFilesRehearsal {
    private static Box.Outcome outcome;
    private static Map<String, String> facts;

    @BeforeAll
    static void mount() {
        outcome = Box.virtualMachine("""
                user() { setpriv --reuid 2000 --regid 2000 --clear-groups bash -c "$1"; }
                mounting() { mount -t atelier-share workstation /files -o "$(sed -n 's/^Options=//p' /files.mount)"; }
                mounting
                fact mounted findmnt --noheadings --output FSTYPE,OPTIONS /files
                fact left-over ls /run/atelier
                fact written user 'echo kept >/files/a && cat /files/a'
                fact link user 'ln -s a /files/link && cat /files/link'
                fact script user 'printf "#!/bin/sh\\necho ran\\n" >/files/b && /files/b'
                fact mode stat --format '%U %a' /files /files/a
                fact others setpriv --reuid 3000 --regid 3000 --clear-groups ls /files
                umount /files
                host key S2V5VHdv
                host keys S2V5VHdv
                mounting
                fact rotated user 'cat /files/a'
                umount /files
                host keys b2xkT25l S2V5VHdv
                mounting 2>/dev/null
                fact second-key user 'cat /files/a'
                umount /files
                host keys b2xkT25l
                fact refused mounting
                fact not-mounted findmnt --noheadings /files
                fact left-over-again ls /run/atelier
                host keys S2V5VHdv
                mounting
                host freeze
                fact lost timeout --signal KILL 90 stat --file-system /files/.
                host thaw
                back() { stat --file-system /files/. >/dev/null 2>&1; }
                for attempt in {1..30}; do back && break; read -rt 1 </dev/zero; done
                fact back user 'cat /files/a'
                """).succeeded();
        facts = outcome.facts();
    }

    @Test
    void theyAreMountedEncryptedAndWithoutPrivileges() {
        Set<String> options = Set.copyOf(List.of(facts.get("mounted").replaceFirst("cifs +", "").split(",")));
        for (String option : List.of("vers=3.1.1", "seal", "nosuid", "nodev", "nobrl", "mfsymlinks", "serverino", "actimeo=30",
                "soft", "echo_interval=10", "uid=2000", "gid=2000", "file_mode=0700", "dir_mode=0700")) {
            assertTrue(options.contains(option), option + " is not in " + options);
        }
    }

    @Test
    void theyBelongToTheUserAndToNobodyElse() {
        assertEquals("kept", facts.get("written"));
        assertEquals("kept", facts.get("link"));
        assertEquals("ran", facts.get("script"));
        assertEquals("azureuser 700,azureuser 700", facts.get("mode"));
        assertTrue(facts.get("others").contains("Permission denied"), facts.toString());
    }

    @Test
    void theKeyIsInNoFileAfterTheMountAndInNoOutput() {
        assertEquals("machine.json", facts.get("left-over"));
        assertEquals("machine.json", facts.get("left-over-again"));
        for (String secret : List.of("S2V5VHdv", "b2xkT25l", "S2V5T25l", "canary", "password=")) {
            assertFalse(outcome.output().contains(secret), secret);
        }
    }

    @Test
    void aKeyThatWasRotatedIsFetchedAtTheNextMountAndTheOtherKeyHoldsMeanwhile() {
        assertEquals("kept", facts.get("rotated"));
        assertEquals("kept", facts.get("second-key"));
    }

    @Test
    void withoutAKeyThatHoldsTheMountFailsAndSaysWhatToLookAt() {
        assertTrue(facts.get("refused").contains("Permission denied"), facts.toString());
        assertTrue(facts.get("refused").contains("cannot be mounted: look at its private endpoint, at"), facts.toString());
        assertEquals("", facts.get("not-mounted"));
    }

    @Test
    void aServerThatIsSilentIsAnErrorAfterAWhileAndNoHangAndIsUsedAgainWhenItAnswers() {
        assertTrue(facts.get("lost").contains("cannot read file system information for '/files/.'"), facts.toString());
        assertEquals("kept", facts.get("back"));
    }
}
