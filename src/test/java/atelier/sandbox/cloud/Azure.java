package atelier.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** A cloud in a directory of its own, and what the tests say about it. */
public final class Azure {
    public static final Path WORLD = Path.of("sandbox/azure.yaml");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    private final Path directory;
    private final Cloud cloud;

    private Azure(Path directory, Cloud cloud) {
        this.directory = directory;
        this.cloud = cloud;
    }

    /** An empty cloud in the world that users get. */
    public static Azure empty(Path directory) {
        return new Azure(directory, Cloud.open(directory, WORLD, CLOCK));
    }

    /** The same with one text of azure.yaml replaced by another. */
    public static Azure inWorld(Path directory, String text, String replacement) {
        try {
            String world = Files.readString(WORLD);
            assertEquals(true, world.contains(text), "azure.yaml has no " + text);
            Path changed = Files.writeString(directory.resolve("azure.yaml"), world.replace(text, replacement));
            return new Azure(directory, Cloud.open(directory, changed, CLOCK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys everything that {@link Estate} declares. */
    public Azure withEstate() {
        Estate.ORDER.forEach(id -> put(id, Estate.body(id)));
        return this;
    }

    public Cloud cloud() {
        return cloud;
    }

    public ObjectNode put(String id, ObjectNode body) {
        try {
            return cloud.put(id, "", body);
        } catch (ArmError refusal) {
            throw new AssertionError(id + " was refused: " + refusal, refusal);
        }
    }

    public ObjectNode get(String id) {
        return cloud.get(id).orElseThrow(() -> new AssertionError(id + " is not there"));
    }

    public void delete(String id) {
        try {
            cloud.delete(id, "");
        } catch (ArmError refusal) {
            throw new AssertionError(id + " was not deleted: " + refusal, refusal);
        }
    }

    /** The PUT is refused like this and changes nothing; returns ARM's text. */
    String refuses(int http, String code, String id, ObjectNode body) {
        return unchanged(http, code, () -> cloud.put(id, "", body));
    }

    /** The preview of the PUT says this. */
    String refusesInPreview(int http, String code, String id, ObjectNode body) {
        return unchanged(http, code, () -> cloud.judgePut(id, "", body, Set.of()));
    }

    /** The preview of the PUT says nothing. */
    void acceptsInPreview(String id, ObjectNode body) {
        String before = content();
        try {
            cloud.judgePut(id, "", body, Set.of());
        } catch (ArmError refusal) {
            throw new AssertionError(id + " was refused in a preview: " + refusal, refusal);
        }
        assertEquals(before, content());
    }

    /** The DELETE is refused like this and changes nothing; returns ARM's text. */
    String refusesDelete(int http, String code, String id) {
        return unchanged(http, code, () -> cloud.delete(id, ""));
    }

    /** The file on disk. */
    public String content() {
        try {
            Path file = directory.resolve("cloud.json");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Request {
        void send() throws ArmError;
    }

    private String unchanged(int http, String code, Request request) {
        String before = content();
        ArmError refusal = assertThrows(ArmError.class, request::send);
        assertEquals(http + " " + code, refusal.http() + " " + refusal.code(), refusal.message());
        assertEquals(before, content(), "a refused request changed the cloud");
        return refusal.message();
    }
}
