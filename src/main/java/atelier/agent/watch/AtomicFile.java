package atelier.agent.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that others read while it is replaced: they see the old text or the new one, never half of either. */
record AtomicFile(Path path) {

    /** Replaces the text; everybody on the machine may read it. */
    void write(String text) throws IOException {
        Path next = path.resolveSibling("." + path.getFileName() + ".next");
        Files.writeString(next, text);
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
