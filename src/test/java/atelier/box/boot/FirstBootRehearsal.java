package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first boot under a real systemd: it becomes ready, starts again, follows the document, and fails loudly. */
class FirstBootRehearsal {
    private static final String FACTS = """
            steps() {
                inside jq -r '.state, (.steps[] | select(.state != "done") | "\\(.name) \\(.state) \\(.message)")' "$boot_json"
            }
            boot_json=/run/atelier/boot.json
            """;

    /** One machine: its first boot, changes of the document, and a restart. */
    private static Map<String, String> life;

    @BeforeAll
    static void boot() {
        Box.Outcome outcome = Box.boot(FACTS + """
                set_document ".ssh.publicKey = \\"$(new_key ada)\\""
                eve=$(new_key eve)
                as() {
                    inside ssh -o StrictHostKeyChecking=no -o BatchMode=yes -o LogLevel=ERROR \\
                        -i "/run/host/$1" "$2@localhost" "${3:-id -un}"
                }
                boot
                fact first-steps steps
                fact failed-units inside systemctl list-units --failed --plain --no-legend 'atelier*' 'files*'
                fact name inside hostnamectl hostname
                fact home inside findmnt --noheadings --output LABEL,OPTIONS --target /home/azureuser
                fact files inside findmnt --noheadings --output FSTYPE --target /files --first-only
                fact samples inside ls /files/Users/ada
                fact listening inside sh -c "ss -Hltn | awk '{print \\$4}'"
                fact ssh-owner as ada azureuser
                fact ssh-root as ada root
                fact ssh-watch as ada atelier-watch
                fact ssh-other-key as eve azureuser
                fact ssh-settings inside sshd -T -C user=azureuser,host=localhost,addr=127.0.0.1
                inside install -d -o azureuser -m 0700 /home/azureuser/.ssh
                inside install -o azureuser -m 0600 /run/host/eve.pub /home/azureuser/.ssh/authorized_keys
                fact ssh-own-file as eve azureuser
                as ada azureuser 'exec tail -f /dev/null' >/dev/null 2>&1 </dev/null &
                session_open() { inside pgrep -u azureuser -x tail >/dev/null; }
                session_ended() { ! session_open; }
                within 20 session_open && fact ssh-session echo open
                set_document ".ssh.publicKey = \\"$eve\\"" && fetch_document
                within 20 as eve azureuser true
                within 20 session_ended && fact ssh-session-of-old-key echo ended
                as eve azureuser 'exec tail -f /dev/null' >/dev/null 2>&1 </dev/null &
                within 20 session_open
                fact ssh-new-key as eve azureuser
                fact ssh-old-key as ada azureuser
                set_document '.ssh = {enabled: false, account: "azureuser"}' && fetch_document
                masked() { [ "$(inside systemctl is-enabled ssh.service)" = masked ]; }
                within 20 masked
                within 20 session_ended && fact ssh-session-of-closed echo ended
                # This stand-in for the watch offers a document once only.
                applied() { [ "$(inside systemctl show --property ActiveState --value atelier-apply.service)" = inactive ]; }
                within 20 applied
                fact ssh-closed inside systemctl is-enabled ssh.service
                fact ssh-active inside systemctl is-active ssh.service
                fact ssh-keys inside ls /run/atelier/ssh
                set_document '.workstation = "$(reboot)"' && fetch_document
                refused() { [ "$(inside jq -r .state /run/atelier/boot.json)" = failed ]; }
                within 60 refused
                fact refused steps
                fact in-force inside jq -r .workstation /run/atelier/machine.json
                set_document '.workstation = "ada"' && fetch_document
                mended() { [ "$(inside jq -r '.steps[] | select(.name == "apply").state' /run/atelier/boot.json)" = done ]; }
                within 60 mended
                fact mended inside jq -r .state /run/atelier/boot.json
                inside runuser -u azureuser -- rm -r /files/Users/ada/samples-1
                inside runuser -u azureuser -- touch /home/azureuser/notes
                inside touch /scratch/left-over
                fact own-certificate inside sha256sum /run/atelier/tls/cert.pem
                halt
                boot
                fact second-steps steps
                fact cycles inside sh -c "journalctl --quiet --output cat | grep -E 'ordering cycle|Found dependency|to break'"
                fact notes inside ls /home/azureuser
                fact scratch inside ls /scratch
                fact samples-again inside ls -A /files/Users/ada
                fact ssh-after-restart inside systemctl is-enabled ssh.service
                fact same-certificate inside sha256sum /run/atelier/tls/cert.pem
                """);
        life = outcome.succeeded().facts();
    }

    @Test
    void aFreshMachineBecomesReady() {
        assertEquals("ready", life.get("first-steps"));
        assertEquals("", life.get("failed-units"));
        assertEquals("ada", life.get("name"));
    }

    @Test
    void homeIsOnTheDataDiskAndUserFilesAreMountedOnDemand() {
        assertEquals("atelier-data rw,nosuid,nodev,relatime", life.get("home"));
        assertEquals("autofs", life.get("files"));
        assertEquals("samples-1", life.get("samples"));
    }

    @Test
    void nothingButSshListensBeforeTheProxyRuns() {
        assertEquals("0.0.0.0:22,[::]:22", life.get("listening"));
    }

    @Test
    void sshTakesTheKeyOfTheDocumentForAzureuserAndNothingElse() {
        assertEquals("azureuser", life.get("ssh-owner"));
        assertEquals("root@localhost: Permission denied (publickey).", life.get("ssh-root"));
        assertEquals("atelier-watch@localhost: Permission denied (publickey).", life.get("ssh-watch"));
        assertEquals("azureuser@localhost: Permission denied (publickey).", life.get("ssh-other-key"));
        assertEquals("azureuser@localhost: Permission denied (publickey).", life.get("ssh-own-file"));
    }

    @Test
    void sshdHasNoPasswordsAndForwardsNoAgent() {
        List<String> settings = List.of(life.get("ssh-settings").split(","));
        for (String setting : List.of("passwordauthentication no", "kbdinteractiveauthentication no", "permitrootlogin no",
                "allowagentforwarding no", "allowusers azureuser", "authenticationmethods publickey", "x11forwarding no",
                "authorizedkeysfile /run/atelier/ssh/authorized_keys", "permituserrc no", "permituserenvironment no")) {
            assertTrue(settings.contains(setting), setting);
        }
    }

    @Test
    void anotherKeyReplacesTheFirstWhileTheMachineRuns() {
        assertEquals("azureuser", life.get("ssh-new-key"));
        assertEquals("azureuser@localhost: Permission denied (publickey).", life.get("ssh-old-key"));
    }

    @Test
    void aKeyThatIsTakenAwayKeepsNoSessionOpen() {
        assertEquals("open", life.get("ssh-session"));
        assertEquals("ended", life.get("ssh-session-of-old-key"));
        assertEquals("ended", life.get("ssh-session-of-closed"));
    }

    @Test
    void sshThatIsSwitchedOffIsMaskedAndStaysSo() {
        assertEquals("masked", life.get("ssh-closed"));
        assertEquals("inactive", life.get("ssh-active"));
        assertEquals("", life.get("ssh-keys"));
        assertEquals("masked", life.get("ssh-after-restart"));
    }

    @Test
    void aHostileDocumentIsRefusedLoudlyAndTheNextSoundOneMendsIt() {
        assertEquals("failed,apply failed the document is refused, the one before stays in force: "
                + "workstation: \"$(reboot)\" is not allowed. Deploy the stack again", life.get("refused"));
        assertEquals("ada", life.get("in-force"));
        assertEquals("ready", life.get("mended"));
    }

    @Test
    void afterARestartEverythingIsThereAgainAndDeletedSamplesAreNot() {
        assertEquals("ready", life.get("second-steps"));
        assertEquals("", life.get("cycles"));
        assertEquals("envs,files,notes", life.get("notes"));
        assertEquals("cache,tmp", life.get("scratch"));
        assertEquals(".atelier-samples", life.get("samples-again"));
        assertEquals(life.get("own-certificate"), life.get("same-certificate"));
    }

    @Test
    void aForeignDiskStopsTheBootBeforeApplicationsAndIsSaidOnce() {
        Map<String, String> facts = Box.boot(FACTS + """
                echo diary | dd of="$state/disk" conv=notrunc status=none
                before=$(sha256sum <"$state/disk")
                boot
                fact state inside jq -r '.state, (.steps[] | select(.name == "data-disk") | .state, .attempts)' "$boot_json"
                fact message inside jq -r '.steps[] | select(.name == "data-disk").message' "$boot_json"
                fact unit inside systemctl is-failed atelier-data-disk.service
                fact application inside systemctl is-active stand-in.service
                [ "$before" = "$(sha256sum <"$state/disk")" ] && fact disk echo untouched
                """).succeeded().facts();
        assertEquals("failed,failed,2", facts.get("state"));
        assertTrue(facts.get("message").endsWith("has no ext4 named 'atelier-data': attach the right disk, or erase it: "
                + "blkdiscard --zeroout /dev/disk/azure/scsi1/lun0"), facts.toString());
        assertEquals("failed", facts.get("unit"));
        assertEquals("inactive", facts.get("application"));
        assertEquals("untouched", facts.get("disk"));
    }

    @Test
    void aLostShareIsToldWhileApplicationsRunAndMakesUpForItWhenItIsBack() {
        Map<String, String> facts = Box.boot(FACTS + """
                stand_in=$state/layer/etc/systemd/system/files.mount.d/stand-in.conf
                mv "$stand_in" "$state/stand-in.conf"
                boot
                fact state steps
                fact files inside jq -r .state /run/atelier/files.json
                fact application inside systemctl is-active stand-in.service
                install -D "$state/stand-in.conf" "$state/units/files.mount.d/stand-in.conf"
                inside systemctl daemon-reload
                inside systemctl start atelier-files-check.service
                back() { [ "$(steps)" = ready ]; }
                within 30 back
                fact mended steps
                fact files-mended inside jq -r .state /run/atelier/files.json
                """).succeeded().facts();
        assertEquals("failed,files failed The user files cannot be reached. What is open may fail to save; work in your home "
                + "directory until they are back.,ready waiting ", facts.get("state"));
        assertEquals("lost", facts.get("files"));
        assertEquals("active", facts.get("application"));
        assertEquals("ready", facts.get("mended"));
        assertEquals("mounted", facts.get("files-mended"));
    }
}
