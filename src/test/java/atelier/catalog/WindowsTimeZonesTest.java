package atelier.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTimeZonesTest {
    /** Zones that CLDR 46 gives no Windows counterpart, the obsolete SystemV names aside. */
    private static final Set<String> WITHOUT = Set.of("Antarctica/Troll");

    @Test
    void everyZoneOfTheJdkHasTheNameThatIcuGivesIt() {
        Set<String> zones = ZoneId.getAvailableZoneIds();
        assertTrue(zones.size() > 500, zones.size() + " zones");
        for (String zone : zones) {
            assertEquals(
                    Optional.ofNullable(TimeZone.getWindowsID(zone)), WindowsTimeZones.nameOf(ZoneId.of(zone)), zone);
        }
    }

    @Test
    void onlyTheseZonesHaveNone() {
        Set<String> without = new TreeSet<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> !zone.startsWith("SystemV/") && WindowsTimeZones.nameOf(ZoneId.of(zone)).isEmpty())
                .forEach(without::add);
        assertEquals(WITHOUT, without);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, W. Europe Standard Time",
        "America/New_York, Eastern Standard Time",
        "Asia/Kolkata, India Standard Time",
        "Etc/UTC, UTC"
    })
    void familiarZonesHaveFamiliarNames(String zone, String windows) {
        assertEquals(Optional.of(windows), WindowsTimeZones.nameOf(ZoneId.of(zone)));
    }

    @Test
    void anOffsetIsNoZoneThatWindowsKnows() {
        assertEquals(Optional.empty(), WindowsTimeZones.nameOf(ZoneOffset.ofHours(2)));
    }
}
