package atelier.agent.watch.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that applications run as, with the numbers that its rootless containers use.
 *
 * @param uid its own number
 * @param subordinates ranges of numbers that only its containers have
 */
public record Account(long uid, List<Range> subordinates) {

    /** {@code count} numbers from {@code first} on. */
    public record Range(long first, long count) {
        boolean holds(long uid) {
            return uid >= first && uid < first + count;
        }
    }

    public Account {
        subordinates = List.copyOf(subordinates);
    }

    /**
     * Reads it from the system's files.
     *
     * @param etc where passwd and subuid are
     * @throws IOException if there is no such account
     */
    public static Account read(String name, Path etc) throws IOException {
        List<String[]> users = entries(etc.resolve("passwd"), name);
        if (users.isEmpty()) {
            throw new IOException("there is no account " + name + " in " + etc.resolve("passwd"));
        }
        List<Range> ranges = new ArrayList<>();
        if (Files.exists(etc.resolve("subuid"))) {
            for (String[] entry : entries(etc.resolve("subuid"), name)) {
                ranges.add(new Range(Long.parseLong(entry[1]), Long.parseLong(entry[2])));
            }
        }
        return new Account(Long.parseLong(users.get(0)[2]), ranges);
    }

    private static List<String[]> entries(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(name + ":")).map(it -> it.split(":")).toList();
    }

    boolean owns(ProcessInfo process) {
        return process.uid() == uid || subordinates.stream().anyMatch(range -> range.holds(process.uid()));
    }
}
