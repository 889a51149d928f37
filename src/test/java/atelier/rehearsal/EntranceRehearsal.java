package atelier.rehearsal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Browser;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way in with Entra ID, the workstation's own page, and the way out. */
@ExtendWith(DevWorkstation.class)
class EntranceRehearsal {
    private static final Pattern SIGN_OUT =
            Pattern.compile("https://login\\.microsoftonline\\.com/[0-9a-f-]{36}/oauth2/v2\\.0/logout");
    private static final Pattern SIGN_IN = Pattern.compile("https://login\\.microsoftonline\\.com/.*/authorize\\?.*");

    private static Workstation workstation;
    private static Browser browser;

    @BeforeAll
    static void start(Workstation started, Browser opened) {
        workstation = started;
        browser = opened;
    }

    @Test
    void peopleAreSentToTheTenantsOwnSignInAndNothingButTheirNameIsAskedFor() {
        Page page = browser.stranger();
        page.navigate("/lab");
        page.waitForURL(SIGN_IN);
        URI asked = URI.create(page.url());
        Map<String, String> query = query(asked);
        JsonNode access = workstation.json("/run/atelier/machine.json").path("access");
        assertTrue(asked.getPath().startsWith("/" + access.path("tenantId").asText() + "/"), asked.getPath());
        assertEquals(access.path("signInClientId").asText(), query.get("client_id"));
        assertEquals(workstation.origin() + "/oauth2/callback", query.get("redirect_uri"));
        assertEquals("code", query.get("response_type"));
        assertEquals("openid profile", query.get("scope"));
        assertEquals("S256", query.get("code_challenge_method"));
    }

    @Test
    void theHomePageShowsWhoIsSignedInTheApplicationsAndTheStatus() {
        Page page = browser.signedIn("ada", "/");
        assertEquals(workstation.origin() + "/atelier/", page.url());
        assertThat(page.locator("h1")).hasText("Workstation ada");
        assertThat(page.locator("#user")).hasText("ada@example.com");
        assertThat(page.locator("#code")).hasAttribute("href", "/code/?folder=/files/Users/ada");
        assertEquals(
                List.of("/lab", "/tree", "/code/?folder=/files/Users/ada", "/rstudio/"),
                page.locator(".applications a").all().stream().map(link -> link.getAttribute("href")).toList());
        assertThat(page.locator("#health-state")).hasText("healthy");
        assertThat(page.locator("#idle-state")).hasText(Pattern.compile("In use.*|Idle since.*"));
        assertThat(page.locator("#banners li")).hasCount(0);
        Browser.screenshot(page, "home");
    }

    @Test
    void aHoldKeepsTheWorkstationRunningUntilItIsTakenBack() {
        Page page = browser.signedIn("ada", "/atelier/");
        page.locator("#hold").getByText("Hold").click();
        assertThat(page.locator("#idle-state")).containsText("Held");
        Duration held = Duration.between(Instant.now(), Instant.parse(Status.seenIn(page).at("/idle/heldUntil").asText()));
        assertTrue(held.compareTo(Duration.ofMinutes(58)) > 0 && held.compareTo(Duration.ofMinutes(60)) <= 0, held.toString());
        Browser.screenshot(page, "held");
        page.locator("#release").click();
        assertThat(page.locator("#idle-state")).not().containsText("Held");
        assertFalse(Status.seenIn(page).path("idle").hasNonNull("heldUntil"));
    }

    @Test
    void signOutEndsTheSessionHereAndThere() {
        Page page = browser.signedIn("ada", "/atelier/");
        assertEquals(List.of("__Host-atelier"), session(page));
        page.getByText("Sign out").click();
        page.waitForURL(SIGN_OUT);
        assertEquals(List.of(), session(page));
        page.navigate("/lab");
        assertTrue(SIGN_IN.matcher(page.url()).matches(), page.url());
    }

    private static List<String> session(Page page) {
        return page.context().cookies(workstation.origin()).stream()
                .map(cookie -> cookie.name)
                .filter(name -> name.startsWith("__Host-atelier"))
                .toList();
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
