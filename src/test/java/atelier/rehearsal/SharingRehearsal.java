package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A link to a notebook, and what a colleague sees who opens it in another browser. */
@ExtendWith(DevWorkstation.class)
class SharingRehearsal {
    private static final String KERNEL = "Python (base)";

    private static Browser browser;
    private static UserFiles files;

    @BeforeAll
    static void start(Workstation workstation, Browser opened) {
        browser = opened;
        files = new UserFiles(workstation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe & Gewicht + 1.ipynb", "naïve 決定木 = 50%, (final)'s.ipynb"})
    void aLinkSurvivesTheSignInAndShowsTheNotebookRendered(String name) {
        files.writeNotebook(name, "What we found", "print('forty' + '-two')", "forty-two\n");
        Page colleague = browser.signedIn("alan", link(name));
        Notebook notebook = Notebook.inFront(colleague);
        assertThat(notebook.shown().locator("h1")).containsText("What we found");
        assertThat(notebook.shown().locator(".jp-OutputArea-output")).hasText("forty-two");
        assertThat(colleague.locator(".lm-TabBar-tab.jp-mod-current")).hasText(name);
        Browser.screenshot(colleague, "shared-" + name.replaceAll("[^a-z]", ""));
        Lab.in(colleague).endAll();
        files.delete(name);
    }

    @Test
    void aColleagueSeesTheSameKernelTheSameVariablesAndTheSameFiles() {
        files.writeNotebook("together.ipynb", "Together", "1", "1");
        Page adas = browser.signedIn("ada", link("together.ipynb"));
        Notebook hers = Lab.in(adas).notebook(KERNEL);
        String process = hers.run("""
                import os, pathlib
                answer = 41
                pathlib.Path("noted.txt").write_text("by ada")
                print(os.getpid())""");
        hers.save();

        Page alans = browser.signedIn("alan", link("together.ipynb"));
        Notebook his = Lab.in(alans).notebook(KERNEL);
        assertThat(his.shown()).containsText("print(os.getpid())");
        assertEquals(process + " 42 by ada", his.run("print(os.getpid(), answer + 1, pathlib.Path('noted.txt').read_text())"));
        Browser.screenshot(alans, "same-environment");

        Lab.in(alans).endAll();
        files.delete("together.ipynb", "noted.txt");
    }

    private static String link(String name) {
        return "/lab/tree/Users/ada/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
