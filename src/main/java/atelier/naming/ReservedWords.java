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
    /** Sorted, in lower case. */
    public static final SortedSet<String> WORDS = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "access", "acr", "address", "admin", "admins", "agent", "alert", "alerts", "allowed", "amlworkspace", "api",
            "application", "applications", "asg", "assignment", "assignments", "association", "atelier", "autostart",
            "autostop", "azure", "bastion", "blob", "budget", "build", "certificate", "cluster", "clusters", "code", "compute",
            "contributor", "cpu", "credential", "cuda", "data", "default", "definition", "deny", "diagnostic", "diagnostics",
            "disk", "dns", "encryption", "endpoint", "endpoints", "environment", "federation", "file", "files", "flow",
            "gallery", "gateway", "grid", "group", "groups", "guardrails", "host", "identities", "identity", "image", "images",
            "insights", "ip", "key", "keys", "kv", "link", "links", "location", "log", "logs", "machine", "machines", "managed",
            "monitor", "monitoring", "nat", "network", "networks", "nic", "node", "nodes", "notebook", "notebooks", "nsg",
            "operator", "operators", "owner", "packer", "peer", "peering", "permissions", "pip", "policy", "pool", "pools",
            "prefix", "private", "profile", "public", "pull", "push", "queue", "quota", "reader", "readers", "record",
            "records", "registry", "resource", "role", "roles", "route", "rule", "rules", "scale", "scaleset", "schedule",
            "schedules", "scientist", "scientists", "secret", "secrets", "security", "service", "services", "set", "sets",
            "settings", "share", "shared", "signin", "site", "size", "sizes", "stack", "start", "stop", "storage", "subnet",
            "subnets", "table", "tags", "team", "tls", "user", "users", "vault", "virtual", "vm", "vmss", "vnet", "workbook",
            "workspace", "workstation", "workstations", "zone", "zones")));

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
