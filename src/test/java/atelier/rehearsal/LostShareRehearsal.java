package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
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
    private Workstation workstation;
    private Browser browser;

    @BeforeEach
    void start(Workstation started, Browser opened) {
        workstation = started;
        browser = opened;
    }

    @AfterEach
    void giveTheShareBack() throws IOException {
        if (Files.exists(away())) {
            Files.move(away(), share());
            look("mounted");
        }
    }

    @Test
    void aLostShareIsToldAndTheWorkstationStillAnswers() throws IOException {
        Page home = browser.signedIn("ada", "/atelier/");
        Page lab = home.context().newPage();
        lab.navigate(Lab.AFRESH);
        Lab.in(lab);
        awaitHealth(200, "healthy");

        Files.move(share(), away());
        workstation.run("umount", "--lazy", "/files").succeeded();
        look("lost");

        assertThat(home.locator("#banners")).containsText("The user files cannot be reached.");
        assertThat(home.locator("#parts")).containsText("files");
        assertThat(lab.locator("#atelier-banner")).containsText("The user files cannot be reached.");
        awaitHealth(503, "unhealthy");
        assertEquals(200, home.context().newPage().navigate("/lab").status());
        Browser.screenshot(lab, "lost-share");

        Files.move(away(), share());
        look("mounted");
        assertThat(home.locator("#banners li")).hasCount(0);
        assertThat(home.locator("#health-state")).hasText("healthy");
        awaitHealth(200, "healthy");
    }

    /** Does at once what is done every minute: looks at the share, and at everything when the watch starts. */
    private void look(String expected) {
        workstation.run("systemctl", "start", "atelier-files-check").succeeded();
        workstation.run("systemctl", "restart", "atelier-watch").succeeded();
        assertEquals(expected, workstation.json("/run/atelier/files.json").path("state").asText());
    }

    /** Waits for it, because the watch has just been started again. */
    private void awaitHealth(int status, String word) {
        Page page = browser.stranger();
        page.waitForCondition(() -> page.navigate("/atelier/health").status() == status);
        assertThat(page.locator("body")).containsText("\"" + word + "\"");
    }

    private Path share() {
        Path files = workstation.engine().sandbox().resolve("files");
        return files.resolve(workstation.json("/run/atelier/machine.json").at("/files/share").asText());
    }

    private Path away() {
        return workstation.engine().sandbox().resolve("files-away");
    }
}
