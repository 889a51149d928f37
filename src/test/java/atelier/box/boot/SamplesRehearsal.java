package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Copies of the samples in the user's files: once by themselves, afterwards only when somebody asks. */
class SamplesRehearsal {
    private static final String SAMPLES = """
            export ATELIER_SAMPLES=/run/samples
            mkdir -p /run/samples/deep /srv/Users/ada
            echo 7 >/run/samples/VERSION
            echo cell >/run/samples/deep/a.ipynb
            """;

    @Test
    void theFirstUseCopiesThemAndNoLaterOneDoes() {
        Box.Outcome outcome = Box.run(SAMPLES + """
                atelier-samples --first-use /srv/Users/ada
                cat /srv/Users/ada/samples-7/deep/a.ipynb
                echo mine >/srv/Users/ada/samples-7/deep/a.ipynb
                atelier-samples --first-use /srv/Users/ada
                cat /srv/Users/ada/samples-7/deep/a.ipynb
                rm -r /srv/Users/ada/samples-7
                atelier-samples --first-use /srv/Users/ada
                ls -A /srv/Users/ada
                """);
        assertEquals("The samples are in /srv/Users/ada/samples-7\ncell\nmine\n.atelier-samples\n",
                outcome.succeeded().output());
    }

    @Test
    void whoAsksGetsTheImagesSamplesBesideOlderCopiesAndNothingIsOverwritten() {
        Box.Outcome outcome = Box.run(SAMPLES + """
                cd /srv/Users/ada
                atelier-samples
                echo 8 >/run/samples/VERSION
                atelier-samples
                atelier-samples
                echo "exit $?"
                ls -A
                """);
        assertEquals("""
                The samples are in /srv/Users/ada/samples-7
                The samples are in /srv/Users/ada/samples-8
                atelier-samples: /srv/Users/ada/samples-8 is there already: move or delete it to get a fresh copy
                exit 1
                samples-7
                samples-8
                """, outcome.output());
    }

    @Test
    void aCopyThatWasInterruptedIsNotTakenForAWholeOne() {
        Box.Outcome outcome = Box.run(SAMPLES + """
                mkdir -p /srv/Users/ada/samples-7.part/half
                atelier-samples --first-use /srv/Users/ada >/dev/null
                ls /srv/Users/ada/samples-7
                """);
        assertEquals("VERSION\ndeep\n", outcome.output());
    }
}
