package atelier.agent.watch.health;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Free space of a file system. Nothing but this message follows from a full one: a full disk must never keep a stop away. */
public final class DiskCheck implements Check {
    private static final int LITTLE_PERCENT = 10;
    private static final int NOTHING_PERCENT = 2;
    private static final long GIB = 1L << 30;

    private final Path mount;
    private final Measure measure;

    /** Bytes that an account without privileges may still use, of all. */
    record Space(long usable, long total) {}

    /** Looks at a file system. */
    @FunctionalInterface
    interface Measure {
        Space of(Path mount) throws IOException;
    }

    public DiskCheck(Path mount) {
        this(mount, DiskCheck::space);
    }

    DiskCheck(Path mount, Measure measure) {
        this.mount = mount;
        this.measure = measure;
    }

    @Override
    public Part check(Instant now) {
        String name = "disk " + mount;
        try {
            Space space = measure.of(mount);
            long percent = 100 * space.usable() / Math.max(1, space.total());
            String message = percent + " % of " + space.total() / GIB + " GiB are free";
            if (percent < NOTHING_PERCENT) {
                return Part.unhealthy(name, message);
            }
            return percent < LITTLE_PERCENT ? Part.warning(name, message) : Part.healthy(name, message);
        } catch (IOException unreadable) {
            return Part.unhealthy(name, "cannot be measured: " + unreadable.getMessage());
        }
    }

    private static Space space(Path mount) throws IOException {
        FileStore store = Files.getFileStore(mount);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }
}
