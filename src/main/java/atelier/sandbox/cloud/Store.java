package atelier.sandbox.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The resources on disk: one JSON file for people to read, sorted by id, and one lock file.
 *
 * <p>Every operation reads the file again. A change holds the lock from reading to writing and becomes visible by a rename,
 * so that a reader needs no lock and never sees half a change.
 */
final class Store {
    /** The file lock keeps other processes out; threads of this one share it and need a lock of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final Path lockFile;
    private final ReentrantLock threads;

    /** What happens between reading and writing. */
    @FunctionalInterface
    interface Change<T> {
        T apply(SortedMap<String, Resource> resources) throws ArmError;
    }

    private record Content(int format, SortedMap<String, Resource> resources) {}

    Store(Path directory) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            this.file = real.resolve("cloud.json");
            this.lockFile = real.resolve("cloud.lock");
            this.threads = THREADS.computeIfAbsent(real, path -> new ReentrantLock());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + directory + " for the simulated cloud", e);
        }
    }

    /** Everything there is, by key; a copy that belongs to the caller. */
    SortedMap<String, Resource> read() {
        try {
            if (!Files.exists(file)) {
                return new TreeMap<>();
            }
            return new TreeMap<>(JSON.readValue(Files.readAllBytes(file), Content.class).resources());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(file + " is damaged; delete it to start with an empty cloud", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Changes the resources, alone among all threads and processes; a refusal changes nothing. */
    <T> T change(Change<T> change) throws ArmError {
        threads.lock();
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            SortedMap<String, Resource> resources = read();
            T result = change.apply(resources);
            write(resources);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change " + file, e);
        } finally {
            threads.unlock();
        }
    }

    private void write(SortedMap<String, Resource> resources) throws IOException {
        Path next = file.resolveSibling("cloud.json.next");
        Files.write(next, JSON.writeValueAsBytes(new Content(1, resources)));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
