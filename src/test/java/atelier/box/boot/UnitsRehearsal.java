package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The boot's units, judged by systemd itself: it must not say a word, because it only warns of keys that it ignores. */
class UnitsRehearsal {
    private static final String VERIFY = """
            verify() {
                cd /usr/lib/systemd/system
                systemd-analyze verify atelier.target atelier-prepared.target atelier-ready.service atelier-apply.path \\
                    atelier-certificate.path atelier-certificate.timer atelier-files-check.timer atelier-files-probe.service \\
                    atelier-install.socket atelier-install@x.service files.automount files.mount 2>&1
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
