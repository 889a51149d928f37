package atelier.agent.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pure but for a file in a folder of its own. */
final class MachineFileTest {
    @TempDir
    private Path folder;

    private final List<String> log = new ArrayList<>();
    private Path file;
    private MachineFile machine;

    @BeforeEach
    void create() {
        file = folder.resolve("machine.json");
        machine = new MachineFile(file, log::add);
    }

    @Test
    void withoutAFileThereIsNoDocument() {
        var unavailable = assertThrows(DocumentUnavailable.class, machine::current);
        assertEquals(file + " cannot be read: NoSuchFileException", unavailable.getMessage());
        assertEquals(List.of(file + " cannot be read: NoSuchFileException"), log);
    }

    @Test
    void aReplacedFileIsReadAgain() throws Exception {
        replace(Documents.personalText());
        assertEquals(Documents.personal(), machine.current());
        replace(Documents.sharedText());
        assertEquals(Documents.shared(), machine.current());
        assertEquals(Optional.empty(), machine.problem());
        assertEquals(List.of(), log);
    }

    @Test
    void aFileThatHasNotChangedIsNotReadAgain() throws Exception {
        replace(Documents.personalText());
        assertSame(machine.current(), machine.current());
    }

    @Test
    void aBadTextLeavesTheLastGoodOneInForceAndIsToldOnce() throws Exception {
        replace(Documents.personalText());
        machine.current();
        replace("{\"format\": 2}");
        assertEquals(Documents.personal(), machine.current());
        assertEquals(Documents.personal(), machine.current());
        String reason = file + ": format is 2; allowed is 1; another number needs another image version (images.version)";
        assertEquals(Optional.of(reason), machine.problem());
        assertEquals(List.of(reason + "; the document read before stays in force"), log);
    }

    @Test
    void aLostFileLeavesTheLastGoodOneInForce() throws Exception {
        replace(Documents.personalText());
        machine.current();
        Files.delete(file);
        assertEquals(Documents.personal(), machine.current());
        replace(Documents.sharedText());
        assertEquals(Documents.shared(), machine.current());
        assertEquals(Optional.empty(), machine.problem());
    }

    private void replace(String text) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
