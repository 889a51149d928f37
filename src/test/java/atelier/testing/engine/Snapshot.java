package atelier.testing.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The state of a stack, its simulated cloud and its configuration at one moment, to which an {@link Engine} can go back. */
public final class Snapshot {
    private final Engine engine;
    private final Path folder;

    private Snapshot(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** @param folder need not exist yet */
    public static Snapshot of(Engine engine, Path folder) {
        Snapshot snapshot = new Snapshot(engine, folder);
        try {
            Files.createDirectories(folder);
            for (Path part : snapshot.parts()) {
                copy(part, folder.resolve(part.getFileName()));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return snapshot;
    }

    /** Undoes everything since the snapshot was taken. */
    public Engine restore() {
        try {
            for (Path part : parts()) {
                delete(part);
                copy(folder.resolve(part.getFileName()), part);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return engine;
    }

    private List<Path> parts() {
        return List.of(engine.sandbox().resolve("backend"), engine.cloud(), engine.project());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** Deletes a folder with everything in it, or a file. */
    static void delete(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
