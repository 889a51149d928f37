package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The watch's units under a real systemd, beside a real sshd: what its files set going, and what SSH sessions look like. */
class WatchUnitsRehearsal {
    private static Map<String, String> facts;

    @BeforeAll
    static void boot() {
        facts = Box.boot("""
                set_document ".ssh.publicKey = \\"$(new_key ada)\\""
                boot
                session() { inside ssh -o StrictHostKeyChecking=no -o LogLevel=ERROR -i /run/host/ada "$@"; }
                # As the watch does it: beside its place, and then there at once.
                write() { inside sh -c "cat >/run/atelier/watch/.next && chmod 644 /run/atelier/watch/.next && mv /run/atelier/watch/.next /run/atelier/watch/$1"; }
                executable() { inside sh -c "mkdir -p \\$(dirname $1) && cat >$1 && chmod 755 $1"; }
                fact units inside systemctl is-active atelier-ceiling.timer atelier-pre-stop.path atelier-announce.path

                printf '#!/bin/sh\\nid -un >/run/by-root\\n' | executable /etc/atelier/pre-stop.d/10-root
                printf '#!/bin/sh\\nid -un >$HOME/by-user\\npwd >>$HOME/by-user\\n' | executable /home/azureuser/.config/atelier/pre-stop
                echo '{"requestedAt":"2026-11-24T13:00:00Z"}' | write stop.json
                answered() { [ "$(inside jq -r .requestedAt /run/atelier/pre-stop.json)" = "$1" ]; }
                within 40 answered 2026-11-24T13:00:00Z
                fact hooks inside jq -r .message /run/atelier/pre-stop.json
                fact by-root inside cat /run/by-root
                fact by-user inside cat /home/azureuser/by-user
                printf '#!/bin/sh\\nexit 3\\n' | executable /home/azureuser/.config/atelier/pre-stop
                echo '{"requestedAt":"2026-11-24T14:00:00Z"}' | write stop.json
                within 40 answered 2026-11-24T14:00:00Z
                fact failing-hook inside jq -r .message /run/atelier/pre-stop.json

                session -tt azureuser@localhost tail -f /dev/null >"$shared/terminal" 2>&1 </dev/null &
                session azureuser@localhost tail -f /dev/null >/dev/null 2>&1 </dev/null &
                titles() { inside ps -C sshd -o comm=,args= | grep azureuser@ | tr -s ' ' | sort; }
                both() { [ "$(titles | wc -l)" = 2 ]; }
                within 20 both
                fact titles titles
                echo 'This workstation stops in 10 minutes.' | write announcement
                told() { grep -q 'stops in 10 minutes' "$shared/terminal"; }
                within 20 told
                fact told grep -c 'stops in 10 minutes' "$shared/terminal"
                """).succeeded().facts();
    }

    @Test
    void itsTimerAndPathsStandReady() {
        assertEquals("active,active,active", facts.get("units"));
    }

    @Test
    void aRequestRunsRootsHooksAsRootAndTheUsersAsTheUser() {
        assertEquals("all hooks ended well", facts.get("hooks"));
        assertEquals("root", facts.get("by-root"));
        assertEquals("azureuser,/home/azureuser", facts.get("by-user"));
    }

    @Test
    void aHookOfTheUsersThatFailsIsNamedAndTheNextRequestIsAnswered() {
        assertEquals(
                "the user's hook (journalctl -u atelier-pre-stop-user.service) ended with 1", facts.get("failing-hook"));
    }

    /** What SshSignal reads. */
    @Test
    void sshNamesTheTerminalOfASession() {
        assertEquals("sshd sshd: azureuser@notty,sshd sshd: azureuser@pts/0", facts.get("titles"));
    }

    @Test
    void anAnnouncementReachesTheTerminalOfASession() {
        assertEquals("1", facts.get("told"));
    }
}
