package atelier.naming;

import atelier.model.ImageLine;
import atelier.model.NetworkId;
import atelier.model.ObjectId;
import atelier.model.Region;
import atelier.model.ResourceName;
import atelier.model.Team;
import java.util.Locale;

/**
 * The physical Azure name of everything a stack deploys.
 *
 * <p>A name is built from the team's and the workstation's own names and cut with a hash when Azure's limit is shorter.
 * Names that must be unique in all of Azure end in a hash of tenant, region and team, so that they are the same at every
 * run. The team's generation enters the names that Azure keeps after a deletion (workspace and vault). Limits:
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
public final class Names {
    /** The share that the workspace itself uses for its notebooks: the same name in every workspace. */
    public static final String FILE_SHARE = "code-391ff5ac-6576-460f-ba4d-7e03433c68b6";

    /** The longest DNS label; https://www.rfc-editor.org/rfc/rfc1035 and Azure's limit for a public address. */
    public static final int LONGEST_DNS_LABEL = 63;

    /** The longest name of a training cluster (AmlCompute). */
    public static final int LONGEST_CLUSTER = 16;

    /** The shortest name of a training cluster (AmlCompute). */
    public static final int SHORTEST_CLUSTER = 2;

    private static final int CUT_HASH = 8;

    private final String team;
    private final int generation;
    private final String unique;

    private Names(String team, int generation, String unique) {
        this.team = team;
        this.generation = generation;
        this.unique = unique;
    }

    public static Names of(Team team, ObjectId tenantId, Region region) {
        String unique = Hash.hex(tenantId + "|" + region + "|" + team.name(), 6);
        return new Names(team.name().value(), team.generation(), unique);
    }

    public String dataGroup() {
        return fit("atelier-" + team + "-data", 90);
    }

    public String computeGroup() {
        return fit("atelier-" + team + "-compute", 90);
    }

    /** Kept soft-deleted by Azure, hence with the generation. */
    public String workspace() {
        return fit("atelier-" + team + "-g" + generation, 33);
    }

    /** Unique in all of Azure and kept soft-deleted. */
    public String vault() {
        return fit("kv-" + team + "-g" + generation + "-" + unique, 24);
    }

    /** Unique in all of Azure; letters and digits only. */
    public String storageAccount() {
        return fit("st" + compact(team) + unique, 24);
    }

    /** Unique in all of Azure; letters and digits only. */
    public String registry() {
        return fit("cr" + compact(team) + unique, 50);
    }

    public String logAnalytics() {
        return fit("atelier-" + team + "-logs", 63);
    }

    public String applicationInsights() {
        return fit("atelier-" + team + "-insights", 255);
    }

    /** Letters, digits, dots and underscores; unique in the subscription's region. */
    public String gallery() {
        return fit("atelier_" + team.replace('-', '_'), 80);
    }

    public String imageDefinition(ImageLine line) {
        return "workstation-" + line.id();
    }

    public String scaleSet(ImageLine line) {
        return fit("atelier-" + team + "-" + line.id(), 64);
    }

    /** A shared resource of the network, such as {@code vnet} or {@code nat}. */
    public String network(String what) {
        return fit("atelier-" + team + "-" + what, 64);
    }

    /** The private DNS zone of workstations without a domain of the team's own; {@code internal} is reserved for such use. */
    public String internalZone() {
        return team + "-" + unique + ".atelier.internal";
    }

    /** The peering with a network that somebody else declares; a hash of its id keeps namesakes apart. */
    public String peering(NetworkId remote) {
        return fit("to-" + remote.name(), 73) + "-" + Hash.hex(remote.value().toLowerCase(Locale.ROOT), 6);
    }

    /** The setting that sends a resource's logs to Log Analytics; unique on that resource. */
    public String diagnosticSetting() {
        return fit("atelier-" + team + "-logs", 260);
    }

    /** One of the stack's shared managed identities: {@code workspace}, {@code notebook} or {@code signin}. */
    public String identity(String purpose) {
        return fit("atelier-" + team + "-" + purpose, 128);
    }

    /** Unique in the tenant. */
    public String role(String purpose) {
        return "Atelier " + team + " " + unique + " " + purpose;
    }

    public String virtualMachine(ResourceName workstation) {
        return fit(team + "-" + workstation, 64);
    }

    /** Something that belongs to one workstation, such as {@code nic} or {@code disk}. */
    public String ofWorkstation(ResourceName workstation, String what) {
        return fit(team + "-" + workstation + "-" + what, 80);
    }

    /** Unique in the region; not cut, because people type it: preflight refuses one over {@link #LONGEST_DNS_LABEL}. */
    public String dnsLabel(ResourceName workstation) {
        return team + "-" + workstation + "-" + unique;
    }

    /** As the user wrote it, because people type it into jobs; preflight refuses one over {@link #LONGEST_CLUSTER}. */
    public String cluster(ResourceName cluster) {
        return cluster.value();
    }

    /** The cluster on which the workspace builds its environments; no training cluster may be called so. */
    public String imageBuildCluster() {
        return "image-build";
    }

    /** The assignment of the allowed sizes; unique on the compute group. */
    public String allowedSizes() {
        return "atelier-allowed-sizes";
    }

    public String budget() {
        return fit("atelier-" + team + "-" + unique, 63);
    }

    /** The GUID of a role assignment or role definition, always the same for the same logical name in this stack. */
    public String guid(String logicalName) {
        return Hash.guid(unique + "|" + generation + "|" + team + "|" + logicalName);
    }

    private static String compact(String name) {
        return name.replace("-", "");
    }

    // Eight digits, because the names that are cut may differ only in what was cut off.
    private static String fit(String name, int limit) {
        return name.length() <= limit ? name : name.substring(0, limit - CUT_HASH) + Hash.hex(name, CUT_HASH);
    }
}
