package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What root does for the watch: hooks before a stop, announcements, and the ceiling that holds when the watch is dead. */
class WatchScriptsRehearsal {
    private static final String MACHINE = "https://management.azure.com/subscriptions/11111111-aaaa-4bbb-8ccc-222222222222"
            + "/resourceGroups/atelier-vision-compute/providers/Microsoft.Compute/virtualMachines/vision-ada"
            + "/deallocate?api-version=2023-03-01";

    private static final String HOOKS = """
            hooks=/etc/atelier/pre-stop.d
            mkdir -p $hooks
            hook() { printf '#!/bin/sh\\n%s\\n' "$2" >$hooks/$1; chmod "${3:-755}" $hooks/$1; }
            echo '{"requestedAt":"2026-11-24T13:00:00Z"}' >/run/atelier/watch/stop.json
            chmod 644 /run/atelier/watch/stop.json
            pre_stop() { ATELIER_HOOK_SECONDS=1 /usr/lib/atelier/pre-stop; echo "exit $?"; cat /run/atelier/pre-stop.json; }
            """;

    /** A machine that is at rest, and an Azure that says yes; curl writes down which addresses it was asked for. */
    private static final String CEILING = """
            cp /checkout/src/test/resources/boot/user-data-personal.json /run/atelier/machine.json
            mkdir -p /proc2
            echo '90000.00 1.00' >/proc2/uptime
            echo '3.00 2.00 0.49 1/200 4242' >/proc2/loadavg
            export ATELIER_PROC=/proc2
            status=202
            program() { printf '#!/bin/bash\\n%s\\n' "$2" >/usr/local/sbin/$1; chmod 755 /usr/local/sbin/$1; }
            program curl 'printf "%s\\n" "${@: -1}" >>/run/curl.log
                case "${@: -1}" in
                    */oauth2/token) echo "{\\"access_token\\": \\"sesame\\"}" ;;
                    *) printf "%s\\n%s" "$(cat /run/answer)" "$(cat /run/status)" ;;
                esac'
            program who 'cat /run/who'
            printf '%s' "" >/run/answer
            printf '%s' "" >/run/who
            echo 202 >/run/status
            silent() { touch --date "-$1" /run/atelier/watch/idle.json; }
            ceiling() { /usr/lib/atelier/ceiling; echo "exit $?"; cat /run/systemctl.log /run/curl.log 2>/dev/null; }
            """;

    @Test
    void rootsHooksRunInOrderAndThenTheUsers() {
        Box.Outcome outcome = Box.run(HOOKS + """
                hook 20-second 'echo second'
                hook 10-first 'echo first'
                hook 30-not-executable 'echo never' 644
                pre_stop
                cat /run/systemctl.log
                """);
        assertEquals("""
                first
                second
                exit 0
                {
                  "requestedAt": "2026-11-24T13:00:00Z",
                  "message": "all hooks ended well"
                }
                start atelier-pre-stop-user.service
                """, outcome.output());
    }

    @Test
    void aHookThatFailsHangsOrIsNotRootsHoldsNothingUpAndIsNamed() {
        Box.Outcome outcome = Box.run(HOOKS + """
                hook 10-fails 'exit 3'
                hook 20-hangs 'exec tail -f /dev/null'
                hook 30-open 'echo never' 777
                hook 40-other 'echo never'
                chown azureuser $hooks/40-other
                hook 50-last 'echo last'
                printf '#!/bin/sh\\nexit 1\\n' >/usr/local/sbin/systemctl
                pre_stop
                """);
        String message = "/etc/atelier/pre-stop.d/10-fails ended with 3\\n"
                + "/etc/atelier/pre-stop.d/20-hangs took longer than 1 s\\n"
                + "/etc/atelier/pre-stop.d/30-open was not run: others than root may write it\\n"
                + "/etc/atelier/pre-stop.d/40-other was not run: others than root may write it\\n"
                + "the user's hook (journalctl -u atelier-pre-stop-user.service) ended with 1";
        assertEquals("""
                last
                exit 0
                {
                  "requestedAt": "2026-11-24T13:00:00Z",
                  "message": "%s"
                }
                """.formatted(message), outcome.output());
    }

    @Test
    void aRequestThatIsALinkShowsNothingOfRoots() {
        Box.Outcome outcome = Box.run(HOOKS + """
                printf '{"requestedAt":"2026"}' >/root/secret
                chmod 700 /root
                ln -sf /root/secret /run/atelier/watch/stop.json
                /usr/lib/atelier/pre-stop 2>&1 | tail -n 1
                ls /run/atelier/pre-stop.json
                """);
        assertTrue(outcome.output().startsWith("/run/atelier/watch/stop.json names no time: only the watch writes it\n"),
                outcome.output());
        outcome.failed();
    }

    @Test
    void anAnnouncementGoesToEveryTerminal() {
        Box.Outcome outcome = Box.run("""
                printf '#!/bin/sh\\necho "wall $*: $(cat)"\\n' >/usr/local/sbin/wall
                chmod 755 /usr/local/sbin/wall
                echo 'This workstation stops in 10 minutes.' >/run/atelier/watch/announcement
                /usr/lib/atelier/announce
                """);
        assertEquals("wall --nobanner: This workstation stops in 10 minutes.\n", outcome.succeeded().output());
    }

    @Test
    void aWatchThatDecidesIsLeftAlone() {
        assertEquals("exit 0\n", Box.run(CEILING + """
                silent '14 minutes'
                ceiling
                """).output());
    }

    @Test
    void aSilentWatchIsStartedAgainAndNothingElse() {
        assertEquals("""
                atelier: the watch has decided nothing for 1439 minutes; it is started again
                exit 0
                restart atelier-watch.service
                """, Box.run(CEILING + """
                silent '1439 minutes'
                ceiling
                """).output());
    }

    @Test
    void afterADayOfSilenceTheMachineIsDeallocated() {
        assertEquals("""
                atelier: the watch has decided nothing for 1441 minutes; it is started again
                atelier: the watch has been silent for a day; Azure deallocates this machine
                exit 0
                restart atelier-watch.service
                http://169.254.169.254/metadata/identity/oauth2/token
                %s
                """.formatted(MACHINE), Box.run(CEILING + """
                silent '1441 minutes'
                ceiling
                """).output());
    }

    @Test
    void aWatchThatHasNeverDecidedCountsFromTheBoot() {
        assertTrue(Box.run(CEILING + "ceiling\n").output().endsWith(MACHINE + "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "somebody is there     | echo 'azureuser pts/0' >/run/who",
        "something computes    | echo '0.00 0.00 0.50 1/200 4242' >/proc2/loadavg",
        "it never stops idle   | sed -i 's/PT1H/never/' /run/atelier/machine.json",
    })
    void aMachineThatIsUsedOrNeverStopsGoesOn(String reason, String deed) {
        String output = Box.run(CEILING + "silent '3 days'\n" + deed + "\nceiling\n").output();
        assertTrue(output.endsWith("exit 0\nrestart atelier-watch.service\n"), reason + ": " + output);
    }

    @Test
    void anAzureThatRefusesMakesTheUnitFailWithItsReason() {
        Box.Outcome outcome = Box.run(CEILING + """
                silent '25 hours'
                echo 403 >/run/status
                echo '{"error": {"code": "AuthorizationFailed"}}' >/run/answer
                ceiling
                """);
        assertTrue(outcome.output().contains("answered 403: AuthorizationFailed\nexit 1\n"), outcome.output());
    }
}
