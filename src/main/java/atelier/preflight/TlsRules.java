package atelier.preflight;

import atelier.model.Problem;
import atelier.model.Spec;
import java.util.List;
import java.util.Optional;

/** The team's domain can be the team's. */
final class TlsRules {
    private static final List<String> MICROSOFT = List.of("azure.com", "azure.net", "microsoft.com", "windows.net");

    private TlsRules() {}

    static Optional<Problem> domain(Spec spec) {
        return spec.tls().flatMap(tls -> MICROSOFT.stream()
                .filter(owned -> ("." + tls.domain()).endsWith("." + owned))
                .findFirst()
                .map(owned -> new Problem(
                        "atelier:tls.domain",
                        tls.domain(),
                        "a domain of your own; " + owned
                                + " is Microsoft's. Without atelier:tls the machines use Azure's host names",
                        Fix.remove("atelier:tls"))));
    }
}
