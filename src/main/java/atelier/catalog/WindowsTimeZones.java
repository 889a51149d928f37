package atelier.catalog;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The Windows names of time zones, which Logic Apps want; facts of Unicode CLDR. */
public final class WindowsTimeZones {
    private static final Map<String, String> BY_IANA_NAME = FactFiles.timeZones();

    private WindowsTimeZones() {}

    /** Such as {@code W. Europe Standard Time} for {@code Europe/Amsterdam}; absent for a zone that Windows does not know. */
    public static Optional<String> nameOf(ZoneId zone) {
        return Optional.ofNullable(BY_IANA_NAME.get(zone.getId()));
    }
}
