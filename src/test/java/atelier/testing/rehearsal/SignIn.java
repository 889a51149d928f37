package atelier.testing.rehearsal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tenant's sign-in page, as a browser that was sent there uses it. */
public record SignIn(Https entra) {
    /** Its origin. */
    public static final String ORIGIN = "https://login.microsoftonline.com";

    /** The sign-in that a workstation of this run asks. */
    static SignIn of(Workstation workstation) {
        int port = workstation.reach().path("signInPort").asInt();
        return new SignIn(Https.of(
                ORIGIN.substring("https://".length()), port, workstation.directory().resolve("certificates/ca.pem")));
    }

    /**
     * Presses a button of the page and returns the address that the browser is sent to next.
     *
     * @param address of the page, with what the workstation asks for
     * @param button a person such as {@code ada}, or a broken token such as {@code expired}
     */
    public String press(String address, String button) {
        String path = address.substring(ORIGIN.length());
        String form = form(entra.get(path).body(), button);
        return entra.request("POST", path, form, "Content-Type: application/x-www-form-urlencoded").location();
    }

    private static String form(String page, String button) {
        Matcher fields = Pattern.compile("name=\"username\" value=\"([^\"]*)\"><input type=\"hidden\" name=\"claims\" "
                + "value=\"([^\"]*)\">\\s*<button id=\"" + Pattern.quote(button) + "\">").matcher(page);
        if (!fields.find()) {
            throw new AssertionError("the page has no button " + button + ":\n" + page);
        }
        return "username=" + encoded(fields.group(1)) + "&claims=" + encoded(fields.group(2));
    }

    private static String encoded(String attribute) {
        String text = attribute.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
