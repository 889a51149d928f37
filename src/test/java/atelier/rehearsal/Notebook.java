package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** A notebook that is open in front. */
final class Notebook {
    private static final Pattern HAS_RUN = Pattern.compile("\\[\\d+]:");

    private final Page page;
    private final Locator panel;

    private Notebook(Page page, Locator panel) {
        this.page = page;
        this.panel = panel;
    }

    /** The one that is in front in this page. */
    static Notebook inFront(Page page) {
        Locator panel = page.locator(".jp-NotebookPanel:visible");
        panel.waitFor();
        return new Notebook(page, panel);
    }

    /** What people see of it. */
    Locator shown() {
        return panel;
    }

    /**
     * Writes code into the last cell, which has to be empty, and runs it.
     *
     * @return its output as text, without surrounding space
     */
    String run(String code) {
        Locator cells = panel.locator(".jp-CodeCell");
        Locator cell = cells.nth(cells.count() - 1);
        cell.locator(".cm-content").click();
        page.keyboard().insertText(code);
        page.keyboard().press("Shift+Enter");
        assertThat(cell.locator(".jp-InputArea-prompt")).hasText(HAS_RUN);
        return String.join("\n", cell.locator(".jp-OutputArea-output").allInnerTexts()).strip();
    }

    /** Saves it under the name that it is asked for, because it is new. */
    void saveAs(String name) {
        page.keyboard().press("Control+s");
        Locator asked = page.locator(".jp-Dialog input[type='text']");
        asked.fill(name);
        asked.press("Enter");
        assertSaved();
    }

    /** Saves it under the name that it has. */
    void save() {
        page.keyboard().press("Control+s");
        assertSaved();
    }

    private void assertSaved() {
        assertThat(page.locator(".lm-TabBar-tab.jp-mod-current.jp-mod-dirty")).hasCount(0);
    }
}
