package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.engine.Engine;
import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pulumi up} changes on a workstation while people use it: its owner is taken away, and it stops earlier. */
@ExtendWith(DevWorkstation.class)
class LiveChangeRehearsal {
    /** As if nobody had worked for a while: with a shorter idle time the stop comes as soon as the watch lets it. */
    private static final String UNUSED = """
            set -euo pipefail
            systemctl stop atelier-watch
            past=$(date --utc --date '20 minutes ago' +%FT%TZ)
            unused=$(jq --arg past "$past" '.lastWork = $past | .lastPresence = $past' /run/atelier/watch/idle.json)
            echo "$unused" >/run/atelier/watch/idle.json
            find /home/azureuser -path '*/code-server/heartbeat' -exec touch --date "$past" {} +
            systemctl restart atelier-jupyter
            timeout 60 bash -c 'until curl --silent --fail --output /dev/null \\
                --unix-socket /run/atelier/apps/jupyter/jupyter.sock http://localhost/api; do sleep 0.5; done'
            systemctl start atelier-watch""";
    private static final String SHARED = ".access.owner == null and .idleAfter == \"PT15M\"";
    private static final String PERSONAL = ".access.owner != null and .idleAfter == \"PT1H\"";

    private static Workstation workstation;
    private static Browser browser;
    private static String boot;
    private static JsonNode owner;

    @BeforeAll
    static void shareIt(Workstation started, Browser opened) {
        workstation = started;
        browser = opened;
        boot = startOfTheMachine();
        workstation.run("bash", "-c", UNUSED).succeeded();
        change(ada -> {
            owner = ada.remove("owner");
            ada.put("idleAfter", "15m");
        });
        awaitDocument(SHARED);
    }

    @AfterAll
    static void makeItPersonalAgain() {
        change(ada -> ada.put("idleAfter", "60m").set("owner", owner));
        // It asks at its start, which saves the next test a minute.
        workstation.run("systemctl", "restart", "atelier-watch").succeeded();
        awaitDocument(PERSONAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "grace", "dana", "alan", "olivia", "conrad"})
    void everybodyWithThePermissionOpensASharedOne(String person) {
        Page page = browser.signedIn(person, "/atelier/");
        assertThat(page.locator("h1")).hasText("Workstation ada");
        assertEquals(200, page.navigate("/api/contents").status());
    }

    @Test
    void aReaderDoesNotOpenASharedOneEither() {
        Page page = browser.signedIn("rachel", "/lab");
        assertThat(page.locator("h1")).hasText("You may not open this workstation");
        assertEquals(403, page.navigate("/api/contents").status());
    }

    @Test
    void theMachineIsTheSame() {
        assertEquals(boot, startOfTheMachine());
    }

    @Test
    void theCountdownIsToldInsideJupyterLabUntilSomebodyHoldsTheWorkstation() {
        Page lab = browser.signedIn("grace", Lab.AFRESH);
        Lab.in(lab);
        assertThat(lab.locator("#atelier-banner")).containsText("This workstation stops in");
        Browser.screenshot(lab, "countdown");

        Page home = lab.context().newPage();
        home.navigate("/atelier/");
        home.locator("#hold").getByText("Hold").click();
        assertThat(home.locator("#idle-state")).containsText("Held");
        lab.reload();
        Lab.in(lab);
        assertThat(lab.locator("#atelier-banner")).isHidden();
        home.locator("#release").click();
        assertThat(home.locator("#idle-state")).not().containsText("Held");
    }

    private interface Change {
        void of(ObjectNode workstation);
    }

    private static void change(Change change) {
        Engine engine = workstation.engine();
        engine.configure(config -> {
            for (JsonNode one : config.path("atelier:workstations")) {
                if (one.path("name").asText().equals(workstation.name())) {
                    change.of((ObjectNode) one);
                }
            }
        });
        engine.up().succeeded();
    }

    /** The watch asks every minute. */
    private static void awaitDocument(String condition) {
        workstation.run("timeout", "100", "bash", "-c",
                "until jq -e '" + condition + "' /run/atelier/machine.json; do sleep 0.5; done").succeeded();
    }

    private static String startOfTheMachine() {
        return workstation.run("systemctl", "show", "--property", "UserspaceTimestampMonotonic").succeeded().out();
    }
}
