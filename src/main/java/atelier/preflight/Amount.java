package atelier.preflight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Money in a month, with what is missing from it.
 *
 * @param usd US dollars of everything whose price is known
 * @param unknown what comes on top at a price nobody knows here; never treated as free
 */
public record Amount(BigDecimal usd, SortedSet<String> unknown) {
    static final Amount NOTHING = new Amount(BigDecimal.ZERO, Collections.emptySortedSet());

    public Amount {
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    }

    static Amount known(BigDecimal usd) {
        return new Amount(usd, Collections.emptySortedSet());
    }

    static Amount unknown(String what) {
        return new Amount(BigDecimal.ZERO, new TreeSet<>(Collections.singleton(what)));
    }

    Amount plus(Amount other) {
        SortedSet<String> both = new TreeSet<>(unknown);
        both.addAll(other.unknown);
        return new Amount(usd.add(other.usd), both);
    }

    /** For people: {@code 280.32 USD}, or {@code at least 280.32 USD; unknown: P15 disk}. */
    @Override
    public String toString() {
        String known = usd.setScale(2, RoundingMode.HALF_UP) + " USD";
        if (unknown.isEmpty()) {
            return known;
        }
        String missing = "unknown: " + String.join(", ", unknown);
        return usd.signum() == 0 ? missing : "at least " + known + "; " + missing;
    }
}
