package atelier.testing.policy;

import atelier.testing.Recorded;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All checks together. Which row is mandatory, and why one is left out, is data: src/test/resources/policy/rows.json. */
public final class PolicyRows {
    private PolicyRows() {}

    public static List<Check> all() {
        return Stream.of(
                        NetworkChecks.all(),
                        MachineChecks.all(),
                        WorkspaceChecks.all(),
                        StorageChecks.all(),
                        VaultChecks.all(),
                        AccessChecks.all(),
                        OperationsChecks.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Every violation of every row, one line each. */
    public static List<String> violations(Recorded recorded) {
        return all().stream().flatMap(check -> check.violations(recorded).stream()).toList();
    }

    public static SortedSet<String> rows() {
        return all().stream().map(Check::row).collect(Collectors.toCollection(TreeSet::new));
    }
}
