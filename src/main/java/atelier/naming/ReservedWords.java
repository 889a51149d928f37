package atelier.naming;

import atelier.model.ResourceName;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The words of which the Pulumi names of shared resources consist.
 *
 * <p>The Pulumi name of every resource of one workstation contains the workstation's name as a word and no shared one does,
 * so that one can tell from a plan whom a change touches. A workstation may therefore not be named with these words alone.
 */
public final class ReservedWords {
    /** Every word that a resource's Pulumi name is made of, besides names that the team chose. Sorted, in lower case. */
    public static final SortedSet<String> WORDS = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "access", "address", "admins", "agent", "allowed", "api", "applications", "asg", "atelier", "authorize",
            "bastion", "blob", "budget", "build", "certificate", "cluster", "clusters", "compute", "cpu", "cuda", "data",
            "diagnostics", "disk", "endpoint", "endpoints", "file", "files", "gallery", "gateway", "grid", "group", "groups",
            "guardrails", "host", "identities", "identity", "image", "images", "insights", "ip", "link", "logs", "machine",
            "monitoring", "mount", "nat", "network", "nic", "notebook", "notebooks", "nsg", "operator", "operators",
            "peering", "power", "private", "readers", "record", "registry", "role", "roles", "scale", "schedule",
            "scientists", "secrets", "service", "set", "sets", "share", "signin", "sizes", "stop", "storage", "subnet",
            "user", "vault", "vnet", "workspace", "workstation", "workstations", "zone")));

    private ReservedWords() {}

    /** Whether a workstation's name consists of such words only, as {@code data} and {@code image-build} do. */
    public static boolean reserve(ResourceName workstation) {
        return WORDS.containsAll(words(workstation));
    }

    /** Whether one name occurs in another as whole words: {@code ada} does in {@code big-ada}, not in {@code adam}. */
    public static boolean occurs(ResourceName name, ResourceName within) {
        return ("-" + within + "-").contains("-" + name + "-");
    }

    private static List<String> words(ResourceName name) {
        return List.of(name.value().split("-"));
    }
}
