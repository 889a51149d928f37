package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    private final Program shell = new ChildProcess("sh", Duration.ofSeconds(30));

    @Test
    void itsOutputComesWholeEvenIfBothPipesFill() throws IOException {
        String output = shell.run(List.of("-c", "head -c 200000 /dev/zero >&2; head -c 200000 /dev/zero | tr '\\0' x"));
        assertEquals(200000, output.length());
    }

    @Test
    void anotherCodeThanZeroIsAnErrorWithWhatItSaid() {
        IOException failed = assertThrows(IOException.class, () -> shell.run(List.of("-c", "echo no driver >&2; exit 9")));
        assertEquals("sh ended with 9: no driver", failed.getMessage());
    }

    @Test
    void aProgramThatIsNotThereIsAnError() {
        Program missing = new ChildProcess("/nonexistent/nvidia-smi", Duration.ofSeconds(1));
        assertTrue(assertThrows(IOException.class, () -> missing.run(List.of())).getMessage().contains("nvidia-smi"));
    }

    @Test
    void oneThatHangsIsKilled() {
        Program hanging = new ChildProcess("tail", Duration.ofMillis(50));
        IOException late = assertThrows(IOException.class, () -> hanging.run(List.of("-f", "/dev/null")));
        assertEquals("tail did not end within 0 s", late.getMessage());
    }

    @Test
    void oneThatNeverEndsItsAnswerIsAnErrorAndFillsNoMemory() {
        IOException endless = assertThrows(IOException.class, () -> shell.run(List.of("-c", "cat /dev/zero")));
        assertEquals("sh: java.io.IOException: it said more than 256 KiB", endless.getMessage());
    }
}
