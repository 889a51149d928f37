package atelier.testing.policypack;

import java.util.ArrayList;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/**
 * What the engine shows to a pack in a preview.
 *
 * @param resources each before it is created, with its inputs, in the engine's order
 * @param stack all of them at the end, with their outputs
 */
public record RecordedPlan(List<AnalyzeRequest> resources, AnalyzeStackRequest stack) {

    /** Everything that a pack says of it. */
    public List<Finding> findings(PackServer pack) {
        List<Finding> findings = new ArrayList<>();
        resources.forEach(resource -> findings.addAll(pack.analyze(resource)));
        findings.addAll(pack.analyzeStack(stack));
        return findings;
    }
}
