package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first boot under a real systemd: it becomes ready, starts again, follows the document, and fails loudly. */
class FirstBootRehearsal {
    private static final String FACTS = """
            fact() { printf 'fact %s: %s\\n' "$1" "$("${@:2}" 2>&1 | paste -s -d ,)"; }
            steps() { inside jq -r '.state, (.steps[] | select(.state != "done") | "\\(.name) \\(.state) \\(.message)")' "$boot_json"; }
            boot_json=/run/atelier/boot.json
            """;

    /** One machine: its first boot, changes of the document, and a restart. */
    private static Map<String, String> life;

    @BeforeAll
    static void boot() {
        Box.Outcome outcome = Box.boot(FACTS + """
                ssh-keygen -q -t ed25519 -N '' -f "$shared/ada"
                ssh-keygen -q -t ed25519 -N '' -f "$shared/eve"
                key=$(cat "$shared/ada.pub")
                set_document ".ssh.publicKey = \\"$key\\""
                as() {
                    inside ssh -o StrictHostKeyChecking=no -o BatchMode=yes -o LogLevel=ERROR -i "/run/host/$1" "$2@localhost" "${3:-id -un}"
                }
                boot
                fact first-steps steps
                fact failed-units inside systemctl list-units --failed --plain --no-legend 'atelier*' 'files*'
                fact name inside hostnamectl hostname
                fact home inside findmnt --noheadings --output LABEL,OPTIONS --target /home/azureuser
                fact files inside findmnt --noheadings --output FSTYPE --target /files --first-only
                fact samples inside ls /files/Users/ada
                fact listening inside ss -Hltn
                fact ssh-owner as ada azureuser
                fact ssh-root as ada root
                fact ssh-watch as ada atelier-watch
                fact ssh-other-key as eve azureuser
                fact ssh-settings inside sshd -T -C user=azureuser,host=localhost,addr=127.0.0.1
                inside install -d -o azureuser -m 0700 /home/azureuser/.ssh
                inside install -o azureuser -m 0600 /run/host/eve.pub /home/azureuser/.ssh/authorized_keys
                fact ssh-own-file as eve azureuser
                eve=$(cat "$shared/eve.pub")
                set_document ".ssh.publicKey = \\"$eve\\"" && fetch_document
                within 20 as eve azureuser true
                fact ssh-new-key as eve azureuser
                fact ssh-old-key as ada azureuser
                set_document '.ssh = {enabled: false, account: "azureuser"}' && fetch_document
                masked() { [ "$(inside systemctl is-enabled ssh.service)" = masked ]; }
                within 20 masked
                fact ssh-closed inside systemctl is-enabled ssh.service
                fact ssh-active inside systemctl is-active ssh.service
                fact ssh-keys inside ls /run/atelier/ssh
                set_document '.workstation = "$(reboot)"' && fetch_document
                refused() { [ "$(inside jq -r .state /run/atelier/boot.json)" = failed ]; }
                within 20 refused
                fact refused steps
                fact in-force inside jq -r .workstation /run/atelier/machine.json
                set_document '.workstation = "ada"' && fetch_document
                mended() { [ "$(inside jq -r .state /run/atelier/boot.json)" = ready ]; }
                within 20 mended
                fact mended steps
                inside runuser -u azureuser -- rm -r /files/Users/ada/samples-1
                inside runuser -u azureuser -- touch /home/azureuser/notes
                inside touch /scratch/left-over
                fact own-certificate inside sha256sum /run/atelier/tls/cert.pem
                halt
                boot
                fact second-steps steps
                fact notes inside ls /home/azureuser
                fact scratch inside ls /scratch
                fact samples-again inside ls -A /files/Users/ada
                fact ssh-after-restart inside systemctl is-enabled ssh.service
                fact same-certificate inside sha256sum /run/atelier/tls/cert.pem
                """);
        life = outcome.succeeded().facts();
        System.out.println(outcome.output()); // FIXME
    }

    @Test
    void aFreshMachineBecomesReadyAndTellsSo() {
        assertEquals("ready", life.get("first-steps"));
        assertEquals("", life.get("failed-units"));
        assertEquals("ada", life.get("name"));
    }
}
