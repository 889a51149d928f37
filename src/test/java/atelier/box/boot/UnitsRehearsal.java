package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boot's units, judged by systemd itself: it must not say a word, because it only warns of keys that it ignores. */
class UnitsRehearsal {
    private static final String VERIFY = """
            verify() {
                cd /usr/lib/systemd/system
                systemd-analyze verify atelier.target atelier-prepared.target atelier-ready.service atelier-apply.path \\
                    atelier-certificate.path atelier-certificate.timer atelier-files-check.timer atelier-files-probe.service \\
                    atelier-install.socket atelier-install@x.service atelier-disconnect.path files.automount files.mount 2>&1
                echo "exit $?"
            }
            """;

    @Test
    void systemdHasNothingToSayAboutTheUnits() {
        assertEquals("exit 0\n", Box.run(VERIFY + "verify").output());
    }

    @Test
    void systemdWouldSaySomethingAboutACycleAndAboutAnUnknownKey() {
        Box.Outcome outcome = Box.run(VERIFY + """
                sed -i 's/^\\[Unit\\]/&\\nAfter=atelier-ready.service/' /usr/lib/systemd/system/atelier-apply.service
                sed -i 's/^Type=oneshot/&\\nRestartMood=calm/' /usr/lib/systemd/system/atelier-home.service
                verify | grep -cE "ordering cycle|RestartMood"
                """);
        assertEquals("2", outcome.output().strip().replaceAll("[2-9]", "2"));
    }

    /** The levels are systemd's own, from 0 to 10; the front's units are judged in FrontRehearsal. */
    @ParameterizedTest
    @CsvSource({"authorize, 20", "tokens, 20", "watch, 25"})
    void theAgentsUnitsHaveLittleThatCouldBeTakenFromThem(String unit, int most) {
        Box.Outcome outcome = Box.run("""
                cd /usr/lib/systemd/system
                systemd-analyze security --offline=true --threshold=%d --no-pager atelier-%s.service | tail -n 1
                exit "${PIPESTATUS[0]}"
                """.formatted(most, unit));
        assertTrue(outcome.succeeded().output().contains("Overall exposure level for atelier-" + unit), outcome.output());
    }

    @Test
    void everyServiceThatIsNotRootsHasAnAccountOfItsOwn() {
        Box.Outcome outcome = Box.run("""
                cd /usr/lib/systemd/system && sed -n 's/^User=//p' atelier-{authorize,tokens,watch,oauth2-proxy}.service | sort
                """);
        assertEquals("atelier-authorize\natelier-signin\natelier-tokens\natelier-watch\n", outcome.succeeded().output());
    }

    @Test
    void everyStepOfTheReporterHasAUnitThatRunsIt() {
        Box.Outcome outcome = Box.run("""
                sed -n "s/^readonly STEPS='\\(.*\\)'/\\1/p" /usr/lib/atelier/step | jq -r '.[]' | sort >/run/steps
                sed -n 's|^ExecStart=/usr/lib/atelier/step \\([^ ]*\\) .*|\\1|p' \\
                    /usr/lib/systemd/system/atelier-*.service | sort >/run/units
                diff /run/steps /run/units && wc -l </run/steps
                """);
        assertEquals("11\n", outcome.output());
    }
}
