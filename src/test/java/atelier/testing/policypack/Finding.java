package atelier.testing.policypack;

import java.util.List;
import java.util.Locale;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;

/**
 * Something that the pack reports.
 *
 * @param rule the id, as in {@code NET-01}
 * @param resource the Pulumi name
 * @param mandatory whether it refuses the preview
 */
public record Finding(String rule, String resource, boolean mandatory, String message) {

    static List<Finding> all(AnalyzeResponse response) {
        return response.getDiagnosticsList().stream().map(Finding::of).toList();
    }

    private static Finding of(AnalyzeDiagnostic diagnostic) {
        String urn = diagnostic.getUrn();
        return new Finding(rule(diagnostic.getPolicyName()), urn.substring(urn.lastIndexOf("::") + 2),
                diagnostic.getEnforcementLevel() == EnforcementLevel.MANDATORY, diagnostic.getMessage());
    }

    /** The id with which a policy's name begins: {@code NET-01} of {@code net-01-ssh}. */
    public static String rule(String policy) {
        return policy.replaceFirst("^([a-z]+-\\d+)-.*$", "$1").toUpperCase(Locale.ROOT);
    }
}
