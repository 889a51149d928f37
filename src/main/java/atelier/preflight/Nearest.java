package atelier.preflight;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which known name was probably meant: fewest edits first (Levenshtein's distance without regard to case). */
final class Nearest {
    private Nearest() {}

    static String first(String meant, Collection<String> known) {
        return sorted(meant, known).get(0);
    }

    static List<String> sorted(String meant, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.comparingInt((String name) -> distance(meant, name)).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[right.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int replaced = previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()];
    }
}
