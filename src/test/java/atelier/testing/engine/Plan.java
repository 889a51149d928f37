package atelier.testing.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an operation changes, in a form to compare: one line a resource, sorted, like
 * {@code update compute:Disk ada-disk tags.owner}.
 *
 * <p>A replacement is one line. The properties are named without the places in lists, so that a rule that comes before another
 * reads as a change of the rules.
 */
public record Plan(List<String> lines) {
    private static final Set<String> PARTS_OF_A_REPLACEMENT = Set.of("create-replacement", "delete-replaced");

    public Plan {
        lines = lines.stream().sorted().toList();
    }

    public static Plan of(Operation operation) {
        return new Plan(operation.changes().stream()
                .filter(step -> !PARTS_OF_A_REPLACEMENT.contains(step.operation()))
                .map(Plan::line)
                .toList());
    }

    /** The lines, each ended by a line break, as a text block reads. */
    public String text() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static String line(Step step) {
        String type = step.type().replace("azure-native:", "");
        Stream<String> properties = new TreeSet<>(step.changes().stream().map(Plan::property).toList()).stream();
        return Stream.concat(Stream.of(step.operation(), type, step.name()), properties).collect(Collectors.joining(" "));
    }

    private static String property(String path) {
        return path.split("\\[", 2)[0];
    }
}
