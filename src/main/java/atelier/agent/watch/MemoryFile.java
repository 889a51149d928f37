package atelier.agent.watch;

import atelier.agent.watch.idle.Hold;
import atelier.agent.watch.idle.UseHistory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * The watch's memory on the disk. It is written at every decision, so its time is also the watch's sign of life, which the unit
 * {@code atelier-ceiling} looks at.
 */
final class MemoryFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    MemoryFile(Path file) {
        this.file = file;
    }

    /**
     * What an earlier run left; absent when there is nothing.
     *
     * @throws IOException if it cannot be read
     */
    Optional<Memory> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode memory = JSON.readTree(Files.readString(file));
            return Optional.of(new Memory(
                    new UseHistory(time(memory, "lastWork"), time(memory, "lastPresence")),
                    memory.has("promised") ? Optional.of(time(memory, "promised")) : Optional.empty(),
                    memory.has("hold") ? Optional.of(hold(memory.get("hold"))) : Optional.empty()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException malformed) {
            throw new IOException(file + " is not the watch's memory: " + malformed.getMessage(), malformed);
        }
    }

    void write(Memory memory) throws IOException {
        ObjectNode node = JSON.createObjectNode()
                .put("lastWork", memory.history().lastWork().toString())
                .put("lastPresence", memory.history().lastPresence().toString());
        memory.promised().ifPresent(promised -> node.put("promised", promised.toString()));
        memory.hold().ifPresent(hold ->
                node.putObject("hold").put("until", hold.until().toString()).put("by", hold.by()));
        new AtomicFile(file).write(node + "\n");
    }

    private static Hold hold(JsonNode node) {
        return new Hold(time(node, "until"), node.required("by").asText());
    }

    private static Instant time(JsonNode node, String key) {
        return Instant.parse(node.required(key).asText());
    }
}
