package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sign-in in a real browser, as far as it decides who gets in. */
@ExtendWith(DevWorkstation.class)
class SignInRehearsal {
    @Test
    void theOwnerGetsToJupyterLabInTheirOwnFolderOfTheUserFiles(Workstation ada) {
        try (Browser browser = Browser.of(ada)) {
            Page page = browser.signedIn("ada", "/lab");
            PlaywrightAssertions.assertThat(page).hasTitle(Pattern.compile(".*JupyterLab"));
            PlaywrightAssertions.assertThat(page.locator(".jp-FileBrowser-crumbs")).containsText("ada");
            Browser.screenshot(page, "jupyterlab");
        }
    }

    @Test
    void aReaderIsToldWhichPermissionIsMissing(Workstation ada) {
        assertRefused(ada, "rachel");
    }

    @Test
    void aColleagueWhoIsNotTheOwnerIsRefusedAPersonalWorkstation(Workstation ada) {
        assertRefused(ada, "grace");
    }

    @Test
    void somebodyOfAnotherTenantDoesNotGetIn(Workstation ada) {
        try (Browser browser = Browser.of(ada)) {
            Page page = browser.stranger();
            page.navigate("/lab");
            page.locator("[id='mallory']").click();
            page.waitForLoadState();
            assertTrue(page.locator("#jp-main-dock-panel").count() == 0, page.content());
        }
    }

    private static void assertRefused(Workstation workstation, String person) {
        try (Browser browser = Browser.of(workstation)) {
            Page page = browser.signedIn(person, "/lab");
            assertEquals("You may not open this workstation", page.title());
            Browser.screenshot(page, "refused-" + person);
        }
    }
}
