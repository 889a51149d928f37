package atelier.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/** How a refused value is shown to the user: as the CLI hands it over, but cut, on one line, and never a secret. */
final class Shown {
    static final String MISSING = "(missing)";
    static final String SECRET = "(a secret, not shown)";
    static final String PRIVATE_KEY = "(a private key, not shown)";

    private static final Set<String> NOTES = Set.of(MISSING, SECRET, PRIVATE_KEY);
    private static final int LONGEST = 100;
    private static final int HEAD = 60;
    private static final int TAIL = 20;

    /** A PEM or PuTTY header, or the base64 body without it: DER starts with M, OpenSSH's own form with its magic word. */
    private static final Pattern KEY_MATERIAL = Pattern.compile(
            "PRIVATE KEY|Private-Lines|PuTTY-User-Key|(?<![A-Za-z0-9+/])(M[A-Za-z0-9+/]{39}|b3BlbnNzaC1rZXktdjE)");

    private Shown() {}

    /** A text as it is, anything else as JSON. */
    static String value(JsonNode node, boolean secret) {
        if (node.isMissingNode()) {
            return MISSING;
        }
        return secret ? SECRET : text(node.isTextual() ? node.textValue() : node.toString());
    }

    /** A text that may be printed; long ones lose their middle, control characters become escapes. */
    static String text(String text) {
        if (KEY_MATERIAL.matcher(text).find()) {
            return PRIVATE_KEY;
        }
        return cut(printable(text));
    }

    /** Whether a value stands for one that cannot be shown, and so takes no quotes. */
    static boolean isNote(String value) {
        return NOTES.contains(value);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, HEAD) + "..." + text.substring(text.length() - TAIL) + " (" + text.length() + " characters)";
    }

    private static String printable(String text) {
        return Pattern.compile("\\p{Cntrl}").matcher(text).replaceAll(control -> escape(control.group().charAt(0)));
    }

    private static String escape(char control) {
        return control == '\n' ? "\\\\n" : control == '\t' ? "\\\\t" : String.format("\\\\u%04x", (int) control);
    }
}
