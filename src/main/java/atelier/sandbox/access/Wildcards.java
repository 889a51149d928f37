package atelier.sandbox.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Operations with wildcards: {@code *} stands for any text, slashes included, and case does not matter. */
public final class Wildcards {
    private Wildcards() {}

    public static boolean match(List<String> patterns, String operation) {
        return patterns.stream().anyMatch(pattern -> match(pattern, operation));
    }

    public static boolean match(String pattern, String operation) {
        // The negative limit keeps an empty text after a wildcard at the end.
        String expression = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL).matcher(operation).matches();
    }
}
