package atelier.rehearsal;

import static atelier.rehearsal.ShellAttack.assertEnds;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** SSH with a key of the test's own in force: other ways in than that key for that account, and what SSH could be abused for. */
@ExtendWith(DevWorkstation.class)
class SshAttacksRehearsal {
    private static final String SSH = "ssh -i /run/attacks-ssh/key -o BatchMode=yes -o StrictHostKeyChecking=no "
            + "-o UserKnownHostsFile=/dev/null "
            + "-o LogLevel=ERROR -o IdentitiesOnly=yes -o ConnectTimeout=20 ";
    private static final String APPLY = "ATELIER_DOCUMENT=/run/attacks-ssh/document /usr/lib/atelier/apply-ssh";
    private static final String DENIED = "Permission denied \\(publickey\\)";

    static final List<Attack<Workstation>> ATTACKS = List.of(
            refused("root with the key of the document", SSH + "root@127.0.0.1 true", DENIED),
            refused("another account with the key of the document", SSH + "nobody@127.0.0.1 true", DENIED),
            refused("an account of the agent with the key of the document", SSH + "atelier-watch@127.0.0.1 true", DENIED),
            refused("another key", SSH.replace("/key", "/other") + "azureuser@127.0.0.1 true", DENIED),
            refused("a password", SSH.replace("-o BatchMode=yes",
                    "-o PreferredAuthentications=password -o NumberOfPasswordPrompts=1")
                    + "azureuser@127.0.0.1 true </dev/null", DENIED),
            refused("a password at a prompt", SSH.replace("-o BatchMode=yes", "-o PreferredAuthentications=keyboard-interactive")
                    + "azureuser@127.0.0.1 true </dev/null", DENIED),
            refused("no proof at all", SSH.replace("-o BatchMode=yes", "-o PreferredAuthentications=none")
                    + "azureuser@127.0.0.1 true", DENIED),
            refused("a key that the account allows itself", "install -D -o azureuser -m 0600 /run/attacks-ssh/other.pub "
                    + "/home/azureuser/.ssh/authorized_keys; " + SSH.replace("/key", "/other") + "azureuser@127.0.0.1 true; "
                    + "status=$?; rm -r /home/azureuser/.ssh; exit $status", DENIED),
            refused("a port of the machine that listens for others", SSH
                    + "-o ExitOnForwardFailure=yes -R 0.0.0.0:8099:127.0.0.1:443 "
                    + "azureuser@127.0.0.1 true", "remote port forwarding failed"),
            new Attack<>("a variable that a program obeys", workstation -> assertEnds(
                    0, "^none$", bash(workstation, SSH
                            + "-o SetEnv=LD_PRELOAD=/tmp/evil.so azureuser@127.0.0.1 'echo ${LD_PRELOAD:-none}'"))),
            new Attack<>("a way to oauth2-proxy", workstation -> assertEnds(
                    255, "forwarding failed", bash(workstation, SSH + "-W 127.0.0.1:4180 azureuser@127.0.0.1 </dev/null"))),
            new Attack<>("a way to the metadata service", workstation -> assertEnds(
                    255, "forwarding failed", bash(workstation, SSH + "-W 169.254.169.254:80 azureuser@127.0.0.1 </dev/null"))),
            new Attack<>("SSH while the document keeps it off", workstation -> {
                assertEnds(0, "", bash(workstation, "jq '.ssh = {enabled: false, account: \"azureuser\", publicKey: null}' "
                        + "/run/atelier/machine.json >/run/attacks-ssh/document; " + APPLY));
                assertEnds(255, "Connection refused", bash(workstation, SSH + "azureuser@127.0.0.1 true"));
                assertEnds(1, "masked", bash(workstation, "systemctl start ssh.service"));
                open(workstation);
            }));

    @BeforeAll
    static void open(Workstation workstation) {
        bash(workstation,
                "mkdir -p -m 0755 /run/attacks-ssh; cd /run/attacks-ssh; [ -f key ] || { ssh-keygen -q -t ed25519 -N '' -f key; "
                + "ssh-keygen -q -t ed25519 -N '' -f other; }; "
                + "jq --arg key \"$(cat key.pub)\" '.ssh.publicKey = $key | .ssh.enabled = true' "
                + "/run/atelier/machine.json >document; " + APPLY).succeeded();
    }

    @AfterAll
    static void applyTheDocumentAgain(Workstation workstation) {
        bash(workstation, "/usr/lib/atelier/apply-ssh; rm -r /run/attacks-ssh").succeeded();
    }

    @TestFactory
    Stream<DynamicTest> onlyTheKeyOpensIt(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void theKeyOpensItForTheAccount(Workstation workstation) {
        assertEnds(0, "^azureuser$", bash(workstation, SSH + "azureuser@127.0.0.1 id --name --user"));
        assertEnds(0, "HTTP/1.1 400", bash(workstation, "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | " + SSH
                + "-W 127.0.0.1:443 azureuser@127.0.0.1"));
    }

    private static Attack<Workstation> refused(String name, String line, String says) {
        return new Attack<>(name, workstation -> assertEnds(255, says, bash(workstation, line)));
    }

    private static Run bash(Workstation workstation, String line) {
        return workstation.run("bash", "-c", line);
    }
}
