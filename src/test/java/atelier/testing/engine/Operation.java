package atelier.testing.engine;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A preview, up, refresh or destroy, as the engine recorded it.
 *
 * @param run the command and what it printed
 * @param steps in the engine's order, the stack's own included
 * @param results how often the engine ended with what, as it counted: operation to number of resources without the stack
 * @param messages what the program, the provider and the engine reported, debug messages left out
 * @param violations what policy packs reported
 */
public record Operation(
        Run run, List<Step> steps, Map<String, Integer> results, List<String> messages, List<Violation> violations) {
    /** Asserts that the command succeeded. */
    public Operation succeeded() {
        run.succeeded();
        return this;
    }

    /** Asserts that the command failed. */
    public Operation failed() {
        run.failed();
        return this;
    }

    /** The steps that change something. */
    public List<Step> changes() {
        return steps.stream().filter(step -> !step.isUnchanged()).toList();
    }

    /** The same in the short form of {@link Step#toString()}, sorted. */
    public SortedSet<String> changesInShort() {
        return changes().stream().map(Step::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** How often the engine did what: operation to number of resources. */
    public Map<String, Long> counts() {
        return steps.stream().collect(Collectors.groupingBy(Step::operation, TreeMap::new, Collectors.counting()));
    }

    /** The step for the resource of this Pulumi name and of a type that ends in this, like {@code :VirtualMachine}. */
    public List<Step> stepsFor(String typeEnd, String name) {
        return steps.stream().filter(step -> step.name().equals(name) && step.type().endsWith(typeEnd)).toList();
    }
}
