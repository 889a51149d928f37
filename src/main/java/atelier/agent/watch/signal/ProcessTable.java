package atelier.agent.watch.signal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The system's processes, read from /proc. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
public final class ProcessTable {
    // USER_HZ, in which /proc counts whatever the kernel's own rate is, is 100 on x86 and Arm.
    private static final long MILLIS_PER_TICK = 10;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int STARTTIME = 19;

    private final Path proc;

    /** @param proc where the file system is mounted */
    public ProcessTable(Path proc) {
        this.proc = proc;
    }

    /**
     * All processes.
     *
     * @throws IOException if those of others are hidden, because then nothing follows from what is missing
     */
    List<ProcessInfo> list() throws IOException {
        if (!Files.isReadable(proc.resolve("1/stat"))) {
            throw new IOException("the processes of others are hidden in " + proc);
        }
        List<ProcessInfo> processes = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(proc, "[1-9]*")) {
            for (Path directory : directories) {
                read(directory).ifPresent(processes::add);
            }
        }
        return processes;
    }

    /** Its command line, or the title that it gave itself; empty when it has ended. */
    String title(ProcessInfo process) throws IOException {
        return text(proc.resolve(Long.toString(process.pid())).resolve("cmdline")).orElse("").replace('\0', ' ').strip();
    }

    private Optional<ProcessInfo> read(Path directory) throws IOException {
        Optional<String> stat = text(directory.resolve("stat"));
        Optional<String> status = text(directory.resolve("status"));
        return stat.isEmpty() || status.isEmpty()
                ? Optional.empty()
                : Optional.of(parse(Long.parseLong(directory.getFileName().toString()), stat.get(), status.get()));
    }

    // The name may hold anything, spaces and brackets too, so what follows it begins after the last bracket.
    private static ProcessInfo parse(long pid, String stat, String status) {
        int nameEnds = stat.lastIndexOf(')');
        String[] fields = stat.substring(nameEnds + 2).split(" ");
        long ticks = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        return new ProcessInfo(
                pid,
                uid(status),
                stat.substring(stat.indexOf('(') + 1, nameEnds),
                Duration.ofMillis(ticks * MILLIS_PER_TICK),
                Long.parseLong(fields[STARTTIME]));
    }

    // Not the owner of the directory, which is root for a process that may not be traced.
    private static long uid(String status) {
        String line = status.lines().filter(it -> it.startsWith("Uid:")).findFirst().orElseThrow();
        return Long.parseLong(line.split("\\s+")[1]);
    }

    private static Optional<String> text(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            if (Files.exists(file.getParent())) {
                throw gone;
            }
            return Optional.empty();
        }
    }
}
