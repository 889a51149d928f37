package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a workstation offers besides notebooks. */
@ExtendWith(DevWorkstation.class)
class ApplicationsRehearsal {
    private static Browser browser;
    private static UserFiles files;
    private static Page ada;

    @BeforeAll
    static void start(Workstation workstation, Browser opened) {
        browser = opened;
        files = new UserFiles(workstation);
        ada = browser.signedIn("ada", "/atelier/");
    }

    @Test
    void aTerminalIsTheUnprivilegedAccounts() {
        ada.navigate(Lab.AFRESH);
        Lab lab = Lab.in(ada);
        lab.typeInTerminal("whoami >who.txt");
        assertThat(lab.text("who.txt")).hasText("azureuser");
        Browser.screenshot(ada, "terminal");
        lab.endAll();
        files.delete("who.txt");
    }

    @Test
    void visualStudioCodeOpensTheUserFiles() {
        ada.navigate("/atelier/");
        assertThat(ada.locator("#code")).hasAttribute("href", "/code/?folder=" + UserFiles.FOLDER);
        ada.locator("#code").click();
        assertThat(ada.locator(".monaco-workbench")).isVisible();
        assertThat(ada.locator(".explorer-folders-view .monaco-list-row").getByText("samples-")).isVisible();
        Browser.screenshot(ada, "code");
    }

    /** No package registry has RStudio Server: this shows the way to its socket, and that nobody takes it for the real one. */
    @Test
    void theStandInForRStudioServerShowsAtItsAddress() {
        ada.navigate("/atelier/");
        ada.getByText("RStudio", new Page.GetByTextOptions().setExact(true)).click();
        ada.waitForURL("**/rstudio/");
        assertThat(ada.locator("h1")).hasText("Stand-in for RStudio Server");
        Browser.screenshot(ada, "rstudio-stand-in");
    }
}
