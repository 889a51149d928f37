package atelier.agent.watch.health;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How old the image is by its version, {@code <year>.<month>.<number>}; more than 30 days want a new one. The version names no
 * day, so it counts from the first of its month: rather a day too early than a month too late.
 */
public final class ImageCheck implements Check {
    private static final String NAME = "image";
    private static final Duration OLD = Duration.ofDays(30);

    private final Supplier<Optional<String>> version;

    /** @param version absent while the machine's document is unknown */
    public ImageCheck(Supplier<Optional<String>> version) {
        this.version = version;
    }

    @Override
    public Part check(Instant now) {
        return version.get()
                .map(known -> judge(known, now))
                .orElseGet(() -> Part.warning(NAME, "its version is unknown: the machine's document is missing"));
    }

    private static Part judge(String version, Instant now) {
        try {
            String[] numbers = version.split("\\.");
            Instant made = YearMonth.of(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]))
                    .atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return now.isAfter(made.plus(OLD))
                    ? Part.warning(NAME, version + " is older than 30 days; raise atelier:images version and run pulumi up")
                    : Part.healthy(NAME, version);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException | DateTimeException unusual) {
            return Part.warning(NAME, version + " does not tell its age; allowed is <year>.<month>.<number>");
        }
    }
}
