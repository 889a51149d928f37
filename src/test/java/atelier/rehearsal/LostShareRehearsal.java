package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A share that goes away while people work. Here the mount is a directory of this computer: it is taken away and unmounted, and
 * cannot be mounted again, which is what a machine sees after the server has gone.
 */
@ExtendWith(DevWorkstation.class)
class LostShareRehearsal {
    private static final String CHECK = "atelier-files-check";

    private Workstation workstation;
    private Browser browser;

    @BeforeEach
    void start(Workstation started) {
        workstation = started;
        browser = Browser.of(started);
    }

    @AfterEach
    void giveTheShareBack() throws IOException {
        browser.close();
        if (Files.exists(away())) {
            Files.move(away(), share());
        }
        look("mounted");
    }

    @Test
    void aLostShareIsToldAndTheWorkstationStillAnswers() throws IOException {
        Page home = browser.signedIn("ada", "/atelier/");
        Page lab = home.context().newPage();
        lab.navigate(Lab.AFRESH);
        Lab.in(lab);
        assertHealth(200, "healthy");

        Files.move(share(), away());
        workstation.run("umount", "--lazy", "/files").succeeded();
        look("lost");

        assertThat(home.locator("#banners")).containsText("The user files cannot be reached.");
        assertThat(home.locator("#parts")).containsText("files");
        assertThat(lab.locator("#atelier-banner")).containsText("The user files cannot be reached.");
        assertHealth(503, "unhealthy");
        assertEquals(200, home.context().newPage().navigate("/lab").status());
        Browser.screenshot(lab, "lost-share");

        Files.move(away(), share());
        look("mounted");
        assertThat(home.locator("#banners li")).hasCount(0);
        assertThat(lab.locator("#atelier-banner")).isHidden();
        assertHealth(200, "healthy");
    }

    /** Does at once what is done every minute. */
    private void look(String expected) {
        workstation.run("systemctl", "start", CHECK).succeeded();
        assertEquals(expected, workstation.json("/run/atelier/files.json").path("state").asText());
    }

    private void assertHealth(int status, String word) {
        Response health = browser.stranger().navigate("/atelier/health");
        assertEquals(status, health.status());
        assertTrue(health.text().contains("\"" + word + "\""), health.text());
    }

    private Path share() {
        Path files = workstation.engine().sandbox().resolve("files");
        return files.resolve(workstation.json("/run/atelier/machine.json").at("/files/share").asText());
    }

    private Path away() {
        return workstation.engine().sandbox().resolve("files-away");
    }
}
