package atelier.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.util.TimeZone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkflowTimeZonesTest {
    @Test
    void theWindowsNamesAreThoseOfCldr() throws IOException {
        List<String> names =
                Files.readAllLines(Path.of("src/main/resources/atelier/sandbox/cloud/windows-time-zones.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .toList();
        List<String> oracle = Arrays.stream(TimeZone.getAvailableIDs())
                .map(TimeZone::getWindowsID)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        assertEquals(oracle, names);
    }
}
