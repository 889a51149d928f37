package atelier.testing.rehearsal;

import atelier.testing.engine.Launcher;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A headless Chromium that reaches a workstation and the sign-in as {@code sandbox/workstation} tells people to: by their own
 * names, and trusting these two certificates only.
 */
public final class Browser implements AutoCloseable {
    /** Where screenshots go; the build keeps them. */
    public static final Path SCREENSHOTS = Launcher.CHECKOUT.resolve("target/screenshots");

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String SIGN_IN = "https://login.microsoftonline.com/**";
    private static final int SECONDS = 60;

    private final Workstation workstation;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Workstation workstation, Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.workstation = workstation;
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts a browser for a workstation; installs Chromium and its driver if they are missing. */
    public static Browser of(Workstation workstation) {
        PlaywrightAssertions.setDefaultAssertionTimeout(SECONDS * 1000.0);
        System.setProperty("playwright.cli.dir", Command.bash("sandbox/lib/browser-driver").run().succeeded().out().strip());
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(workstation, playwright, playwright.chromium().launch(new LaunchOptions()
                .setExecutablePath(CHROMIUM)
                .setArgs(List.of(
                        "--host-resolver-rules=" + workstation.reach().path("hostResolverRules").asText(),
                        "--ignore-certificate-errors-spki-list=" + workstation.reach().path("publicKeyPins").asText()))));
    }

    /** A page of somebody who is not signed in, with cookies of its own. */
    public Page stranger() {
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(workstation.origin()));
        context.setDefaultTimeout(SECONDS * 1000.0);
        return context.newPage();
    }

    /**
     * Opens a path of the workstation, signs in where the sign-in asks who it is, and returns what the workstation then shows.
     *
     * @param person a button of the sign-in page, such as {@code ada}
     */
    public Page signedIn(String person, String path) {
        Page page = stranger();
        page.navigate(path);
        page.waitForURL(SIGN_IN);
        page.locator("[id='" + person + "']").click();
        page.waitForURL(workstation.origin() + "/**");
        return page;
    }

    /** Saves what a page shows as an artefact of the build. */
    public static void screenshot(Page page, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
