package atelier.agent.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The document in force, {@code /run/atelier/machine.json}: read again whenever the file has changed.
 *
 * <p>A text that cannot be read does not replace one that could: the last good document stays in force, and the log and
 * {@link #problem} say why. Whoever writes the file replaces it by a rename, so no half of a text is ever seen.
 */
public final class MachineFile {
    private final Path file;
    private final Consumer<String> log;
    private Optional<Stamp> seen = Optional.empty();
    private Optional<MachineDocument> good = Optional.empty();
    private Optional<String> problem = Optional.empty();

    /** What changes when a file is replaced; the key is the inode's number. */
    private record Stamp(FileTime modified, long size, Object key) {}

    /** @param log receives one line for each text that is refused */
    public MachineFile(Path file, Consumer<String> log) {
        this.file = file;
        this.log = log;
    }

    /**
     * The last document that could be read.
     *
     * @throws DocumentUnavailable if there has never been one
     */
    public synchronized MachineDocument current() throws DocumentUnavailable {
        refresh();
        return good.orElseThrow(() -> new DocumentUnavailable(problem.orElseThrow()));
    }

    /** Why the file's present text is not in force; absent when it is. */
    public synchronized Optional<String> problem() {
        refresh();
        return problem;
    }

    private void refresh() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Stamp stamp = new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
            if (!seen.equals(Optional.of(stamp))) {
                seen = Optional.of(stamp);
                good = Optional.of(MachineDocumentReader.read(Files.readString(file)));
                problem = Optional.empty();
            }
        } catch (IOException unreadable) {
            seen = Optional.empty();
            refuse(file + " cannot be read: " + unreadable.getClass().getSimpleName());
        } catch (InvalidDocument invalid) {
            refuse(file + ": " + invalid.getMessage());
        }
    }

    private void refuse(String reason) {
        if (!problem.equals(Optional.of(reason))) {
            log.accept(reason + (good.isPresent() ? "; the document read before stays in force" : ""));
        }
        problem = Optional.of(reason);
    }
}
