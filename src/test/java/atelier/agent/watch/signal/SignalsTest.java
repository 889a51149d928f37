package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atelier.agent.watch.idle.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void oneThatFailsIsUnknownAndTheOthersAreRead() {
        List<Throwable> defects = new ArrayList<>();
        IllegalStateException defect = new IllegalStateException("bug");
        Signals signals = new Signals(
                List.of(
                        signal("a", () -> {
                            throw new IOException("hidden");
                        }),
                        signal("b", () -> {
                            throw defect;
                        }),
                        signal("c", () -> Reading.quiet("c", "none"))),
                defects::add);
        assertEquals(
                List.of(
                        Reading.unknown("a", "hidden"),
                        Reading.unknown("b", "its reader failed: java.lang.IllegalStateException: bug"),
                        Reading.quiet("c", "none")),
                signals.read(NOW));
        assertEquals(List.of(defect), defects);
    }

    @Test
    void theAccountIsReadWithTheNumbersOfItsContainers(@TempDir Path etc) throws IOException {
        Files.writeString(
                etc.resolve("passwd"),
                "root:x:0:0::/root:/bin/bash\nazureuser:x:2000:2000::/home/azureuser:/bin/bash\n");
        assertEquals(new Account(2000, List.of()), Account.read("azureuser", etc));
        Files.writeString(etc.resolve("subuid"), "other:100000:65536\nazureuser:1000000:65536\n");
        assertEquals(
                new Account(2000, List.of(new Account.Range(1000000, 65536))), Account.read("azureuser", etc));
        assertEquals(
                "there is no account ada in " + etc.resolve("passwd"),
                assertThrows(IOException.class, () -> Account.read("ada", etc)).getMessage());
    }

    private interface Reader {
        Reading read() throws IOException;
    }

    private static Signal signal(String name, Reader reader) {
        return new Signal() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reading read(Instant now) throws IOException {
                return reader.read();
            }
        };
    }
}
