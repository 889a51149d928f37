package atelier.rehearsal;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/** JupyterLab as somebody at a browser uses it. */
final class Lab {
    /** Opens it without what somebody had open before, which it would show to everybody. */
    static final String AFRESH = "/lab?reset";

    private final Page page;

    private Lab(Page page) {
        this.page = page;
    }

    /** In a page that has been sent there. */
    static Lab in(Page page) {
        page.locator("#jp-main-dock-panel").waitFor();
        return new Lab(page);
    }

    Page page() {
        return page;
    }

    /** The folder that its file browser shows, such as {@code /Users/ada/}. */
    Locator folder() {
        return page.locator(".jp-FileBrowser-crumbs");
    }

    /** The files that its file browser shows, by name. */
    Locator file(String name) {
        return page.locator(".jp-DirListing-itemText", new Page.LocatorOptions().setHasText(name));
    }

    /** What can be started from its first page, as notebook, console or something else. */
    List<String> offers(String category) {
        Locator cards = page.locator(".jp-LauncherCard[data-category='" + category + "']");
        cards.first().waitFor();
        return cards.allInnerTexts().stream().map(String::strip).toList();
    }

    /** Makes a notebook in the folder that is shown and waits for its kernel. */
    Notebook newNotebook(String kernel) {
        page.locator(".jp-LauncherCard[data-category='Notebook'][title='" + kernel + "']").click();
        return notebook(kernel);
    }

    /** The notebook in front, once its kernel is connected. */
    Notebook notebook(String kernel) {
        page.locator("#jp-main-statusbar").getByText(kernel + " | Idle", new Locator.GetByTextOptions().setExact(true)).waitFor();
        return Notebook.inFront(page);
    }

    /** Opens a terminal in the folder that is shown and types a line. */
    void typeInTerminal(String line) {
        page.locator(".jp-LauncherCard[title='Start a new terminal session']").click();
        page.locator(".jp-Terminal .xterm-screen").click();
        page.keyboard().type(line);
        page.keyboard().press("Enter");
    }

    /** Opens a text file of the folder that is shown. */
    Locator text(String name) {
        file(name).dblclick();
        return page.locator(".jp-FileEditor:visible .cm-content");
    }

    /** Ends every kernel and every terminal of the workstation, so that the next test finds none. */
    void endAll() {
        page.evaluate("""
                async () => {
                    const token = document.cookie.match(/_xsrf=([^;]+)/)[1];
                    for (const [kind, key] of [["sessions", "id"], ["terminals", "name"]]) {
                        for (const one of await (await fetch(`/api/${kind}`)).json()) {
                            await fetch(`/api/${kind}/${one[key]}`, {method: "DELETE", headers: {"X-XSRFToken": token}});
                        }
                    }
                }""");
    }
}
