package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.idle.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SSH sessions: with a terminal, the last time that somebody typed in it; without one (VS Code's remote window, a tunnel, a
 * copy), that it is open. OpenSSH names the terminals of a session in the title of its process, such as
 * {@code sshd: azureuser@pts/0,pts/1} or {@code sshd: azureuser@notty}; the kernel notes the time of typing, to 8 seconds, as
 * the terminal's access time.
 */
public final class SshSignal implements Signal {
    private static final Pattern SESSION = Pattern.compile("sshd(?:-session)?: [^@\\s]+@(notty|pts/\\d+(?:,pts/\\d+)*)");
    private static final String NO_TERMINAL = "notty";

    private final ProcessTable table;
    private final Path devices;

    /** @param devices where terminals such as {@code pts/0} are */
    public SshSignal(ProcessTable table, Path devices) {
        this.table = table;
        this.devices = devices;
    }

    @Override
    public String name() {
        return "ssh";
    }

    @Override
    public Reading read(Instant now) throws IOException {
        List<String> sessions = sessions();
        List<Use> uses = new ArrayList<>();
        for (String session : sessions) {
            uses.addAll(session.equals(NO_TERMINAL) ? List.of(new Use(Use.Kind.PRESENCE, now)) : typed(session));
        }
        return Reading.of(name(), uses, now, detail(sessions, uses, now));
    }

    private static String detail(List<String> sessions, List<Use> uses, Instant now) {
        if (sessions.isEmpty()) {
            return "no session is open";
        }
        Stream<String> bare = sessions.contains(NO_TERMINAL) ? Stream.of("a session without a terminal is open") : Stream.empty();
        Stream<String> typed = uses.stream()
                .filter(use -> use.kind() == Use.Kind.WORK)
                .map(Use::at)
                .max(Comparator.naturalOrder())
                .map(at -> "somebody typed " + Spoken.of(Duration.between(at, now)) + " ago")
                .stream();
        return Stream.concat(bare, typed).collect(Collectors.joining(", "));
    }

    private List<String> sessions() throws IOException {
        List<String> sessions = new ArrayList<>();
        for (ProcessInfo process : table.list()) {
            if (process.command().startsWith("sshd")) {
                Matcher title = SESSION.matcher(table.title(process));
                if (title.matches()) {
                    sessions.add(title.group(1));
                }
            }
        }
        return sessions;
    }

    private List<Use> typed(String session) throws IOException {
        List<Use> uses = new ArrayList<>();
        for (String terminal : session.split(",")) {
            accessed(devices.resolve(terminal)).ifPresent(at -> uses.add(new Use(Use.Kind.WORK, at)));
        }
        return uses;
    }

    // A session may end between the two looks.
    private static Optional<Instant> accessed(Path terminal) throws IOException {
        try {
            return Optional.of(Files.readAttributes(terminal, BasicFileAttributes.class).lastAccessTime().toInstant());
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }
}
