package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notebooks in JupyterLab and Jupyter, in Python and in R. */
@ExtendWith(DevWorkstation.class)
class NotebookRehearsal {
    private static Browser browser;
    private static UserFiles files;
    private static Page ada;

    private Lab lab;

    @BeforeAll
    static void start(Workstation workstation, Browser opened) {
        browser = opened;
        files = new UserFiles(workstation);
        ada = browser.signedIn("ada", Lab.AFRESH);
    }

    @BeforeEach
    void open() {
        ada.navigate(Lab.AFRESH);
        lab = Lab.in(ada);
    }

    @AfterEach
    void leaveNothingBehind() {
        lab.endAll();
        files.delete("Untitled.ipynb", "first.ipynb");
    }

    @Test
    void jupyterLabStartsInTheUserFilesWithTheSamples() {
        assertThat(lab.folder()).hasText("/Users/ada/");
        assertThat(lab.file("samples-")).hasCount(1);
        assertTrue(lab.offers("Notebook").stream().anyMatch(kernel -> kernel.endsWith("Python (base)")));
    }

    @Test
    void aNewNotebookRunsPythonWhereItLies() {
        Notebook notebook = lab.newNotebook("Python (base)");
        assertEquals("42 " + UserFiles.FOLDER, notebook.run("import os\nprint(6 * 7, os.getcwd())"));
        assertEquals("/opt/atelier/envs/base", notebook.run("import sys\nprint(sys.prefix)"));
        notebook.saveAs("first.ipynb");
        assertThat(lab.file("first.ipynb")).hasCount(1);
    }

    @Test
    void aNewNotebookRunsRWhereItLies() {
        Notebook notebook = lab.newNotebook("R");
        assertEquals("R 42 " + UserFiles.FOLDER, notebook.run("cat(R.version$language, 6 * 7, getwd())"));
        Browser.screenshot(ada, "notebook-in-r");
    }

    @Test
    void aChartIsDrawn() {
        Notebook notebook = lab.newNotebook("Python (base)");
        notebook.run("""
                import matplotlib.pyplot as plt
                import numpy as np

                x = np.linspace(0, 4 * np.pi, 400)
                plt.figure(figsize=(7, 3))
                plt.plot(x, np.sin(x) * np.exp(-x / 8), label="damped")
                plt.plot(x, np.sin(x), alpha=0.4, label="free")
                plt.legend();""");
        assertThat(notebook.shown().locator(".jp-OutputArea-output img")).isVisible();
        Browser.screenshot(ada, "jupyterlab");
    }

    @Test
    void jupyterStartsInTheUserFilesToo() {
        ada.navigate("/tree");
        assertThat(lab.folder()).hasText("/Users/ada/");
        assertThat(lab.file("samples-")).hasCount(1);
        assertThat(ada.locator("#jp-NotebookLogo")).isVisible();
        Browser.screenshot(ada, "jupyter");
    }
}
