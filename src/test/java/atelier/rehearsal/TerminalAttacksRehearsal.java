package atelier.rehearsal;

import static atelier.rehearsal.ShellAttack.assertEnds;
import static atelier.rehearsal.ShellAttack.denied;
import static atelier.rehearsal.ShellAttack.terminal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A terminal of the account that people work as, which wants more than it has: secrets, root's files, other accounts'
 * processes.
 */
@ExtendWith(DevWorkstation.class)
class TerminalAttacksRehearsal {
    private static final String OF_UNIT = "$(systemctl show --property MainPID --value atelier-%s)";
    private static final String NOT_ALLOWED = "^refused: .* is not in /etc/atelier/installable-packages";

    static final List<Attack<Workstation>> ATTACKS = Stream.of(
            Stream.of("/run/atelier/signin/federated-token", "/run/atelier/signin/cookie-secret", "/run/atelier/tls/key.pem",
                    "/var/lib/atelier/tls/key.pem", "/etc/shadow", "/etc/ssh/ssh_host_ed25519_key")
                    .map(file -> denied("reads " + file, "cat " + file)),
            Stream.of("authorize", "tokens", "watch", "oauth2-proxy", "nginx").flatMap(unit -> Stream.of(
                    denied("reads the environment of atelier-" + unit, "cat /proc/" + OF_UNIT.formatted(unit) + "/environ"),
                    denied("reads the memory of atelier-" + unit, "head -c 1 /proc/" + OF_UNIT.formatted(unit) + "/mem"))),
            Stream.of("/etc/systemd/system/evil.service", "/usr/lib/systemd/system/evil.service", "/usr/lib/atelier/evil",
                    "/etc/atelier/evil", "/etc/sudoers.d/evil", "/etc/cron.d/evil", "/etc/profile.d/evil.sh",
                    "/etc/environment.d/evil.conf", "/etc/ssh/sshd_config.d/evil.conf", "/etc/ld.so.preload",
                    "/run/atelier/evil", "/run/atelier/watch/evil", "/run/atelier/nginx/evil.conf", "/run/atelier/apps/evil",
                    "/run/systemd/system/evil.service", "/usr/share/atelier/www/evil.html", "/opt/atelier/jupyter/evil.py",
                    "/opt/atelier/envs/evil", "/opt/atelier/code-server/evil", "/usr/local/bin/evil", "/var/lib/cloud/evil")
                    .map(file -> denied("makes " + file, "touch " + file)),
            Stream.of("/run/atelier/machine.json", "/run/atelier/boot.json", "/usr/lib/atelier/agent.jar",
                    "/usr/lib/atelier/pre-stop", "/etc/nftables.conf", "/etc/atelier/machine.env",
                    "/etc/atelier/installable-packages", "/etc/atelier/nginx/maps.conf",
                    "/run/atelier/oauth2-proxy/oauth2-proxy.cfg", "/run/atelier/ssh/authorized_keys")
                    .map(file -> denied("changes " + file, "bash -c ': >>" + file + "'")),
            Stream.of(
                    denied("replaces the directory of an application's socket",
                            "mv /run/atelier/apps/jupyter /run/atelier/apps/old"),
                    terminal("follows the agent with a debugger", "timeout 60 gdb --batch --pid " + OF_UNIT.formatted("authorize")
                            + " 2>&1 | grep -o 'ptrace: .*'", 0, "Operation not permitted"),
                    terminal("ends the agent", "kill -KILL " + OF_UNIT.formatted("authorize"), 1, "Operation not permitted"),
                    terminal("stops the agent's unit", "systemctl --no-ask-password stop atelier-authorize", 4, "Access denied"),
                    terminal("starts a unit of root's", "systemd-run --no-ask-password true", 1, "[Aa]uthenti|denied"),
                    terminal("restarts the machine", "systemctl --no-ask-password reboot", 1, "[Aa]uthenti|denied"),
                    terminal("becomes root with sudo", "sudo --non-interactive true", 1,
                            "password is required|not in the sudoers|may not run"),
                    terminal("becomes root with su", "su --command true root </dev/null", 1, "Authentication failure"),
                    terminal("becomes the sign-in's account", "setpriv --reuid atelier-signin true", 127,
                            "Operation not permitted"),
                    terminal("removes the firewall", "/usr/sbin/nft flush ruleset", 1, "Operation not permitted"),
                    terminal("removes the firewall as root of a namespace of its own",
                            "unshare --user --map-root-user /usr/sbin/nft flush ruleset", 1, "Operation not permitted"),
                    terminal("listens on the workstation's port", "python3 -c 'import socket; socket.create_server((\"\", 443))'",
                            1, "PermissionError"),
                    terminal("mounts over root's files", "mount --bind /tmp /etc", 32, "must be superuser"),
                    terminal("reads the journal of the decisions", "journalctl --quiet --no-pager -u atelier-authorize | wc -l",
                            0, "^0$"),
                    terminal("speaks to the containers of root", "ls /run/docker.sock || ls /run/containerd/containerd.sock", 2,
                            "containerd.sock': No such file")),
            Stream.of("openssh-server", "-o", "--reinstall", "../../etc/passwd", "/tmp/evil.deb", "./evil.deb", "sl=1",
                    "'sl;id'", "'$(id)'", "'`id`'", "'*'", "'-oAPT::Update::Pre-Invoke::=id'")
                    .map(name -> terminal("installs " + name, "atelier-install " + name, 1, NOT_ALLOWED + "|usage")),
            Stream.of(
                    quiet("gives root a library to load",
                            "echo >/tmp/evil.so; LD_PRELOAD=/tmp/evil.so atelier-install no-such-package"),
                    quiet("gives root a program to run first", "echo 'touch /run/attacked' >/tmp/evil.sh; "
                            + "BASH_ENV=/tmp/evil.sh ENV=/tmp/evil.sh atelier-install no-such-package"),
                    quiet("gives root programs of its own",
                            "install -D -m 0755 /dev/stdin /tmp/evil/apt-get <<<'touch /run/attacked'; "
                            + "PATH=/tmp/evil:$PATH atelier-install no-such-package"),
                    quiet("gives root settings of apt",
                            "echo 'APT::Update::Pre-Invoke {\"touch /run/attacked\";};' >/tmp/evil.conf; "
                            + "APT_CONFIG=/tmp/evil.conf atelier-install no-such-package"),
                    refused("sends root a line that never ends", "head -c 100000 /dev/zero | tr '\\0' a | "
                            + "socat -t 30 - UNIX-CONNECT:/run/atelier/install.sock", "refused: |Broken pipe"),
                    quiet("sends root more than a line", "printf 'no-such-package\\ntouch /run/attacked\\n' | "
                            + "socat -t 30 - UNIX-CONNECT:/run/atelier/install.sock")))
            .flatMap(attacks -> attacks).toList();

    @TestFactory
    Stream<DynamicTest> aTerminalGetsNoMoreThanItsOwn(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void itReadsAndWritesWhatIsItsOwnAndSeesWhatIsEverybodys(Workstation workstation) {
        assertEnds(0, "^2000$", workstation.shell("azureuser", "id --user"));
        assertEnds(0, "^mine$", workstation.shell("azureuser", "echo mine >~/attacks && cat ~/attacks && rm ~/attacks"));
        assertEnds(0, "\"format\"", workstation.shell("azureuser", "cat /run/atelier/machine.json"));
        assertEnds(0, "HOME=", workstation.shell("azureuser", "cat /proc/self/environ | tr '\\0' '\\n'"));
        assertEnds(0, "^[a-z]", workstation.shell("azureuser", "atelier-install --list"));
        assertEquals("azureuser\n", workstation.run("id", "--name", "--groups", "azureuser").succeeded().out());
    }

    /** The socket answers with a refusal, and root has run nothing for it. */
    private static Attack<Workstation> quiet(String name, String line) {
        return refused(name, line, "refused: ");
    }

    /** Refused in these words (a regular expression), and nothing was done. Who still sends when root hangs up hears no words. */
    private static Attack<Workstation> refused(String name, String line, String words) {
        return new Attack<>(name, workstation -> {
            String answer = workstation.shell("azureuser", line).everything();
            assertTrue(Pattern.compile(words).matcher(answer).find(), answer);
            assertEnds(2, "No such file", workstation.run("ls", "/run/attacked"));
        });
    }
}
