package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets into the personal workstation of {@code ada}, and what those see who do not. */
@ExtendWith(DevWorkstation.class)
class AccessRehearsal {
    private static final String PERMISSION = "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action";

    private static Workstation workstation;
    private static Browser browser;

    @BeforeAll
    static void start(Workstation started, Browser opened) {
        workstation = started;
        browser = opened;
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "ada, its owner",
        "alan, of the group of admins",
        "olivia, Owner of the workspace",
        "conrad, Contributor of the workspace",
    })
    void theOwnerAndAdministratorsGetIn(String person, String why) {
        Page page = browser.signedIn(person, "/atelier/");
        assertThat(page.locator("h1")).hasText("Workstation ada");
        assertEquals(200, status(page, "/api/contents"), why);
        assertEquals(200, status(page, "/rstudio/"), why);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "grace, another scientist",
        "dana, Data Scientist of the workspace",
    })
    void scientistsWhoDoNotOwnItDoNot(String person, String why) {
        Page page = browser.signedIn(person, "/lab");
        assertThat(page.locator("h1")).hasText("You may not open this workstation");
        assertThat(page.locator("body")).containsText("belongs to someone else. Only its owner and administrators open it.");
        assertNothingOpens(page, why);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "rachel, a reader",
        "otto, an operator",
        "noah, without any role",
        "gwen, a guest of another tenant",
    })
    void whoLacksThePermissionIsToldWhichAndWhomToAsk(String person, String why) {
        Page page = browser.signedIn(person, "/lab");
        assertThat(page.locator("h1")).hasText("You may not open this workstation");
        assertThat(term(page, "Missing permission")).hasText(PERMISSION);
        assertThat(term(page, "On the workspace")).hasText(access().path("workspaceId").asText());
        assertThat(term(page, "Signed in as")).containsText(person);
        assertThat(term(page, "Whom to ask")).hasText("ml-platform@example.com");
        assertNothingOpens(page, why);
        Browser.screenshot(page, "refused-" + person);
    }

    /** The seed names one action for Jupyter, JupyterLab, RStudio and the links; Visual Studio Code goes by it too. */
    @ParameterizedTest
    @ValueSource(strings = {"/tree", "/lab", "/lab/tree/Users/ada/", "/rstudio/", "/code/"})
    void oneActionDecidesAboutEveryApplication(String application) {
        Page reader = browser.signedIn("rachel", application);
        assertThat(term(reader, "Missing permission")).hasText(PERMISSION);
        assertEquals(403, status(reader, application));
        assertEquals(200, status(browser.signedIn("ada", application), application));
    }

    @Test
    void somebodyOfAnotherTenantGetsNoSession() {
        Page page = browser.signedIn("mallory", "/lab");
        assertTrue(page.url().startsWith(workstation.origin() + "/oauth2/callback"), page.url());
        assertThat(page.locator("h1")).hasText("You are not signed in");
        assertThat(page.locator("body")).containsText("accounts of its own directory only");
        assertFalse(page.content().contains("JupyterLab"));
        assertTrue(page.context().cookies(workstation.origin()).stream()
                .noneMatch(cookie -> cookie.name.equals("__Host-atelier")));
        Browser.screenshot(page, "other-tenant");
        page.navigate("/lab");
        assertTrue(page.url().startsWith("https://login.microsoftonline.com/"), page.url());
    }

    private static void assertNothingOpens(Page page, String why) {
        for (String path : List.of("/lab", "/api/contents", "/atelier/")) {
            assertEquals(403, status(page, path), why);
        }
    }

    /** What the page's session gets there. */
    private static int status(Page page, String path) {
        return page.navigate(path).status();
    }

    private static Locator term(Page page, String name) {
        return page.locator("dt:text-is('" + name + "') + dd");
    }

    private static JsonNode access() {
        return workstation.json("/run/atelier/machine.json").path("access");
    }
}
