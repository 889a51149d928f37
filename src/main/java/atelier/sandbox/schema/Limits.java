package atelier.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Limits of a value; numbers in the value's own unit, lengths in characters. */
public record Limits(Optional<String> pattern, Optional<Integer> minLength, Optional<Integer> maxLength, Optional<BigDecimal> min,
        Optional<BigDecimal> max, List<String> members) {
    public Limits {
        members = List.copyOf(members);
    }

    /** What is wrong with a value, one message for each limit that it breaks. */
    public List<String> problems(String path, JsonNode value) {
        List<String> problems = new ArrayList<>();
        if (value.isTextual()) {
            String text = value.textValue();
            int length = text.codePointCount(0, text.length());
            minLength.filter(least -> length < least).ifPresent(least ->
                    problems.add("'" + path + "' is too short (" + length + "): at least " + least + " characters required"));
            maxLength.filter(most -> length > most).ifPresent(most ->
                    problems.add("'" + path + "' is too long (" + length + "): at most " + most + " characters allowed"));
            pattern.filter(expression -> !Pattern.compile(expression).matcher(text).find()).ifPresent(expression ->
                    problems.add("'" + path + "' does not match expression '" + expression + "'"));
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            min.filter(least -> number.compareTo(least) < 0).ifPresent(least ->
                    problems.add("'" + path + "' is too small: " + number.toPlainString() + ", at least " + least + " required"));
            max.filter(most -> number.compareTo(most) > 0).ifPresent(most ->
                    problems.add("'" + path + "' is too large: " + number.toPlainString() + ", at most " + most + " allowed"));
        }
        return problems;
    }
}
