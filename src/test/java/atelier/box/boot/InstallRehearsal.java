package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What users may ask root's package service: its own script behind a socket as systemd opens it, with apt-get replaced by a
 * program that writes down its arguments.
 */
class InstallRehearsal {
    private static final String SERVICE = """
            cat >/usr/local/sbin/apt-get <<'APT'
            #!/bin/sh
            printf '%s|' "$@" >>/run/apt.log
            echo >>/run/apt.log
            APT
            chmod +x /usr/local/sbin/apt-get
            socat UNIX-LISTEN:/run/atelier/install.sock,group=azureuser,mode=0660,fork \
                EXEC:/usr/lib/atelier/install-packages,nofork &
            server=$!
            until [ -S /run/atelier/install.sock ]; do read -rt 0.05 <> <(:); done
            """;

    private static final List<String> HOSTILE = List.of(
            "openssh-server", "tree=1.0", "tree/testing", "tree-", "tree+", "./evil.deb", "/tmp/evil.deb", "evil.deb", "--help",
            "-o", "-oDPkg::Pre-Invoke::=id", "--allow-unauthenticated", "tree;id", "$(id)", "`id`", "tree&&id", "tree|id", "*",
            "t*", "^tree", "tree.", "tre.", "TREE", "#", "# Packages", "tree\\tid", "../tree", "tree:amd64", "~ntree", "?installed",
            "tree^", "\\377", "ä");

    @Test
    void packagesOfTheListAreInstalledAndNothingMoreIsAsked() {
        Box.Outcome outcome = Box.run(SERVICE + """
                runuser --user azureuser -- atelier-install tree g++ 2>/dev/null
                echo "exit $?"
                runuser --user azureuser -- atelier-install tree jq 2>/dev/null
                echo "exit $?"
                kill "$server"
                cat /run/apt.log
                """);
        String settings = "-o|DPkg::Lock::Timeout=600|-o|APT::Get::AllowUnauthenticated=false"
                + "|-o|Dpkg::Options::=--force-confold|";
        assertEquals(List.of("exit 1", "exit 0", settings + "update|--quiet=2|",
                settings + "install|--yes|--quiet|--no-install-recommends|--no-remove|--|tree|jq|"), outcome.succeeded().lines());
    }

    @Test
    void everyHostileNameIsRefusedBeforeAptIsAsked() {
        String attempts = HOSTILE.stream().map(name -> "try $'" + name.replace("'", "\\'") + "'")
                .collect(Collectors.joining("\n"));
        Box.Outcome outcome = Box.run(SERVICE + """
                try() {
                    for names in "$1" "tree $1" "$1 tree"; do
                        printf '%s\\n' "$names" | socat -t 5 - UNIX-CONNECT:/run/atelier/install.sock | grep -q '^refused: ' ||
                            printf 'not refused: %s\\n' "$names"
                    done
                }
                """ + attempts + "\nkill $server; cat /run/apt.log; ls /run/owned");
        assertTrue(outcome.output().contains("/run/apt.log: No such file"), outcome.output());
        assertEquals(List.of(), outcome.lines().stream().filter(line -> line.startsWith("not refused")).toList());
    }

    @Test
    void tooMuchNothingAndSilenceAreRefused() {
        Box.Outcome outcome = Box.run(SERVICE + """
                ask() { socat -t 5 - UNIX-CONNECT:/run/atelier/install.sock; }
                printf '\\n' | ask
                printf '%s ' tree{1..40} | head -c 200 | { cat; echo; } | ask
                head -c 3000 /dev/zero | tr '\\0' a | ask
                kill "$server"
                cat /run/apt.log
                """);
        assertEquals(List.of(
                "refused: give 1 to 20 names of packages",
                "refused: give 1 to 20 names of packages",
                "refused: the line is longer than 2000 characters"),
                outcome.lines().stream().filter(line -> line.startsWith("refused")).toList());
        assertTrue(outcome.failed().output().contains("/run/apt.log: No such file"), outcome.output());
    }

    @Test
    void anotherAccountCannotAsk() {
        Box.Outcome outcome = Box.run(SERVICE + """
                runuser --user nobody -- atelier-install jq
                echo "exit $?"
                kill "$server"
                """);
        assertTrue(outcome.output().contains("Permission denied\nexit 1\n"), outcome.output());
    }

    @Test
    void theListHasPlainNamesOnceInOrder() {
        Box.Outcome outcome = Box.run("""
                grep -v '^#' /etc/atelier/installable-packages >/run/names
                grep -vE '^[a-z0-9][a-z0-9+.-]+$' /run/names
                LC_ALL=C sort --unique --check=quiet /run/names && echo sorted
                """);
        assertEquals("sorted\n", outcome.output());
    }
}
