package atelier.agent.watch.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real curl against a real unix socket. */
class SocketApiTest {
    private static final Program CURL = new ChildProcess("curl", Duration.ofSeconds(20));

    @TempDir
    private Path directory;

    @Test
    void anAnswerIsReadAsJson() throws IOException {
        try (UnixHttp server = new UnixHttp(socket(), Map.of("/api/kernels", "[{\"id\": \"k\"}]"))) {
            assertEquals("[{\"id\":\"k\"}]", api().get("/api/kernels").toString());
        }
    }

    @Test
    void anAnswerWithoutSuccessIsAnError() throws IOException {
        try (UnixHttp server = new UnixHttp(socket(), Map.of())) {
            assertTrue(failure("/api/kernels").startsWith(
                    "Jupyter does not answer: curl ended with 22: curl: (22) The requested URL returned error: 404"));
        }
    }

    @Test
    void anAnswerThatIsNotJsonIsAnError() throws IOException {
        try (UnixHttp server = new UnixHttp(socket(), Map.of("/api/kernels", "<html>"))) {
            assertEquals("Jupyter did not answer /api/kernels with JSON", failure("/api/kernels"));
        }
    }

    @Test
    void aSocketThatIsNotThereOrThatNobodyListensOnIsAnError() throws IOException {
        assertTrue(failure("/api/kernels").startsWith("Jupyter does not answer: curl ended with 7: "), failure("/"));
        Files.createFile(socket());
        assertTrue(failure("/api/kernels").startsWith("Jupyter does not answer: curl ended with 7: "), failure("/"));
    }

    private String failure(String path) {
        return assertThrows(IOException.class, () -> api().get(path)).getMessage();
    }

    private SocketApi api() {
        return new SocketApi("Jupyter", socket(), CURL);
    }

    private Path socket() {
        return directory.resolve("jupyter.sock");
    }
}
