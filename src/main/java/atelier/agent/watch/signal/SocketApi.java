package atelier.agent.watch.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The HTTP interface of an application on its unix socket, asked with curl, because the JDK's client knows only TCP. */
public final class SocketApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECONDS = "5";

    private final String application;
    private final Path socket;
    private final Program curl;

    /** @param application its name, for messages */
    public SocketApi(String application, Path socket, Program curl) {
        this.application = application;
        this.socket = socket;
        this.curl = curl;
    }

    /**
     * Reads one path.
     *
     * @throws IOException if the application does not answer, or not with success and JSON
     */
    JsonNode get(String path) throws IOException {
        String body = ask(path);
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IOException(application + " did not answer " + path + " with JSON");
        }
    }

    private String ask(String path) throws IOException {
        try {
            return curl.run(List.of(
                    "--silent", "--show-error", "--fail", "--max-time", SECONDS,
                    "--unix-socket", socket.toString(), "http://localhost" + path));
        } catch (IOException failed) {
            throw new IOException(application + " does not answer: " + failed.getMessage(), failed);
        }
    }
}
