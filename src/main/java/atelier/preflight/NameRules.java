package atelier.preflight;

import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.Problem;
import atelier.model.ResourceName;
import atelier.model.Spec;
import atelier.model.Workstation;
import atelier.naming.Names;
import atelier.naming.ReservedWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that Azure accepts once they are prefixed, that are unique, and that say whose a resource is. */
final class NameRules {
    /** Longest redirect URI of an app registration: https://learn.microsoft.com/entra/identity-platform/reply-url */
    private static final int LONGEST_REDIRECT_URI = 256;

    /** With the port of a Bastion tunnel, so that a name does not become too long when Bastion is switched on. */
    private static final String REDIRECT_URI = "https://%s.%s:8443/oauth2/callback";

    /**
     * Microsoft's names, with what to write instead:
     * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-reserved-resource-name
     */
    private static final Map<String, String> TRADEMARKS =
            new TreeMap<>(Map.of("microsoft", "ms", "windows", "win", "login", "signin", "xbox", "box"));

    /** The others are refused only at the start of a name. */
    private static final List<String> ANYWHERE = List.of("microsoft", "windows");

    private final Spec spec;
    private final Names names;

    NameRules(Spec spec, Names names) {
        this.spec = spec;
        this.names = names;
    }

    Optional<Problem> team() {
        String team = spec.team().name().value();
        return trademark(team).map(word -> {
            String mended = team.replace(word, TRADEMARKS.get(word));
            return new Problem(
                    "atelier:team.name",
                    team,
                    "a name without Microsoft's name \"" + word + "\", which Azure refuses in host names",
                    Fix.set("atelier:team.name", trademark(mended).isEmpty() ? mended : "team"));
        });
    }

    private static Optional<String> trademark(String name) {
        String letters = name.replace("-", "");
        return TRADEMARKS.keySet().stream()
                .filter(word -> ANYWHERE.contains(word) ? letters.contains(word) : letters.startsWith(word))
                .findFirst();
    }

    Optional<Problem> workstation(int index) {
        ResourceName name = spec.workstations().get(index).name();
        return workstationComplaint(index, name).map(allowed -> {
            String path = "atelier:workstations[" + index + "].name";
            return new Problem(path, name.value(), allowed, Fix.set(path, free(name, longest(), mended ->
                    workstationComplaint(index, mended).isEmpty() && workstationNames().noneMatch(mended::equals))));
        });
    }

    private Optional<String> workstationComplaint(int index, ResourceName name) {
        if (spec.workstations().subList(0, index).stream().anyMatch(earlier -> earlier.name().equals(name))) {
            return Optional.of("a name that no other workstation has");
        }
        if (name.value().length() > longest()) {
            return Optional.of("at most " + longest() + " characters: " + reasonForLongest());
        }
        if (ReservedWords.reserve(name)) {
            return Optional.of("a name with a word of its own; shared resources are called so");
        }
        if (hasPublicLabel() && ANYWHERE.stream().anyMatch(name.value()::contains)) {
            return Optional.of("a name without Microsoft's own names, which Azure refuses in host names");
        }
        return spec.clusters().stream()
                .filter(cluster -> ReservedWords.occurs(name, cluster.name()))
                .findFirst()
                .map(cluster -> "a name that is no word of a cluster's name; there is a cluster " + cluster.name());
    }

    private int longest() {
        return Math.min(longestForDns(), longestForSignIn());
    }

    private boolean hasPublicLabel() {
        return spec.network().exposure() instanceof Exposure.Public;
    }

    private int longestForDns() {
        ResourceName shortest = new ResourceName("a");
        return hasPublicLabel() ? Names.LONGEST_DNS_LABEL - names.dnsLabel(shortest).length() + 1 : Names.LONGEST_DNS_LABEL;
    }

    private int longestForSignIn() {
        return spec.tls()
                .map(tls -> LONGEST_REDIRECT_URI - REDIRECT_URI.formatted("", tls.domain()).length())
                .orElse(Names.LONGEST_DNS_LABEL);
    }

    private String reasonForLongest() {
        return longestForDns() <= longestForSignIn()
                ? "with team and hash the DNS label may have " + Names.LONGEST_DNS_LABEL
                : "Entra's redirect URI with atelier:tls.domain may have " + LONGEST_REDIRECT_URI;
    }

    Optional<Problem> cluster(int index) {
        ResourceName name = spec.clusters().get(index).name();
        return clusterComplaint(index, name).map(allowed -> {
            String path = "atelier:clusters[" + index + "].name";
            return new Problem(path, name.value(), allowed, Fix.set(path, free(name, Names.LONGEST_CLUSTER, mended ->
                    clusterComplaint(index, mended).isEmpty()
                            && clusterNames().noneMatch(mended::equals)
                            && workstationNames().noneMatch(workstation -> ReservedWords.occurs(workstation, mended)))));
        });
    }

    private Optional<String> clusterComplaint(int index, ResourceName name) {
        if (spec.clusters().subList(0, index).stream().anyMatch(earlier -> sameForAzure(earlier, name))) {
            return Optional.of("a name that no other cluster has");
        }
        int length = names.cluster(name).length();
        if (length < Names.SHORTEST_CLUSTER || length > Names.LONGEST_CLUSTER) {
            return Optional.of(Names.SHORTEST_CLUSTER + " to " + Names.LONGEST_CLUSTER
                    + " characters, Azure's limit for a cluster");
        }
        return name.value().equals(names.imageBuildCluster())
                ? Optional.of("another name; the workspace builds its images on a cluster of that name")
                : Optional.empty();
    }

    private static boolean sameForAzure(Cluster cluster, ResourceName name) {
        return cluster.name().value().toLowerCase(Locale.ROOT).equals(name.value());
    }

    private Stream<ResourceName> workstationNames() {
        return spec.workstations().stream().map(Workstation::name);
    }

    private Stream<ResourceName> clusterNames() {
        return spec.clusters().stream().map(Cluster::name);
    }

    /** The name, shortened when necessary, and then with the first number that makes it acceptable. */
    private static ResourceName free(ResourceName name, int longest, Predicate<ResourceName> acceptable) {
        String plain = name.value().replace("windows", "win").replace("microsoft", "ms");
        Stream<String> numbered = IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> cut(plain, longest - 1 - String.valueOf(number).length()) + "-" + number);
        return Stream.concat(Stream.of(cut(plain, longest)), numbered)
                .map(ResourceName::new)
                .filter(acceptable)
                .findFirst()
                .orElseThrow();
    }

    private static String cut(String name, int length) {
        return name.substring(0, Math.min(name.length(), length)).replaceAll("-$", "");
    }
}
