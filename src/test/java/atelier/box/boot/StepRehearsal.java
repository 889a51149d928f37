package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The reporter of the boot's steps: repeats, gives up, tells. */
class StepRehearsal {
    private static final String STEP = """
            export ATELIER_PAUSE=0
            states() {
                jq -r '"\\(.state): " + ([.steps[] | select(.state != "waiting")
                    | "\\(.name) \\(.state) \\(.attempts) \\(.message)"] | join("; "))' /run/atelier/boot.json
            }
            """;

    @Test
    void aStepThatFailsForAWhileIsRepeatedUntilItIsDone() {
        Box.Outcome outcome = Box.run(STEP + """
                try() { echo x >>/run/tries; [ "$(wc -l </run/tries)" -ge 3 ] || { echo "no answer yet" >&2; return 1; }; }
                export -f try
                /usr/lib/atelier/step document bash -c try
                states
                """);
        assertEquals("""
                atelier: document running
                no answer yet
                atelier: document running: no answer yet
                atelier: document running
                no answer yet
                atelier: document running: no answer yet
                atelier: document running
                atelier: document done
                starting: document done 3\s
                """, outcome.succeeded().output());
    }

    @Test
    void aStepThatKeepsFailingFailsLoudlyWithItsLastWords() {
        Box.Outcome outcome = Box.run(STEP + """
                ATELIER_ATTEMPTS=2 /usr/lib/atelier/step data-disk sh -c 'echo "no data disk: attach it" >&2; exit 4' >/run/log
                echo "exit $?"
                tail -n 1 /run/log
                states
                """);
        assertEquals("""
                exit 1
                atelier: data-disk failed: no data disk: attach it
                failed: data-disk failed 2 no data disk: attach it
                """, outcome.output());
    }

    @Test
    void aStepThatIsMendedMakesUpForItsFailure() {
        Box.Outcome outcome = Box.run(STEP + """
                {
                    ATELIER_ATTEMPTS=1 /usr/lib/atelier/step apply false
                    /usr/lib/atelier/step apply true
                } >/dev/null
                states
                """);
        assertEquals("starting: apply done 1 \n", outcome.output());
    }

    @Test
    void onlyWhenEveryStepIsDoneTheMachineIsReady() {
        Box.Outcome outcome = Box.run(STEP + """
                for step in firewall document data-disk scratch home apply certificate files front apps; do
                    /usr/lib/atelier/step "$step" true >/dev/null
                done
                jq -r .state /run/atelier/boot.json
                /usr/lib/atelier/step ready true >/dev/null
                jq -r .state /run/atelier/boot.json
                stat --format '%U %a' /run/atelier/boot.json
                """);
        assertEquals("starting\nready\nroot 644\n", outcome.output());
    }

    @Test
    void aReadyMachineStaysReadyWhileAStepRunsAgainButNotWhenItFails() {
        Box.Outcome outcome = Box.run(STEP + """
                {
                    /usr/lib/atelier/step ready true
                    ATELIER_ATTEMPTS=1 /usr/lib/atelier/step apply cp /run/atelier/boot.json /run/meanwhile
                } >/dev/null
                jq -r .state /run/meanwhile
                ATELIER_ATTEMPTS=1 /usr/lib/atelier/step apply false >/dev/null
                jq -r .state /run/atelier/boot.json
                """);
        assertEquals("ready\nfailed\n", outcome.output());
    }

    @Test
    void stepsThatRunSideBySideLoseNoWord() {
        Box.Outcome outcome = Box.run(STEP + """
                for step in firewall document data-disk scratch home apply certificate files front apps ready; do
                    /usr/lib/atelier/step "$step" true >/dev/null &
                done
                wait
                jq -r '[.steps[].state] | unique | join(",")' /run/atelier/boot.json
                """);
        assertEquals("done\n", outcome.output());
    }

    @Test
    void aStepThatNobodyKnowsIsAnError() {
        Box.Outcome outcome = Box.run("/usr/lib/atelier/step polish true");
        assertEquals(2, outcome.exitCode());
        assertTrue(outcome.output().startsWith("step: no step 'polish'; there are [\"firewall\","), outcome.output());
    }
}
