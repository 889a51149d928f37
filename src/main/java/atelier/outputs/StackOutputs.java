package atelier.outputs;

import atelier.components.Workstation;
import atelier.components.WorkstationZone;
import atelier.model.Cidr;
import atelier.model.Exposure;
import atelier.model.ImageLine;
import atelier.model.Spec;
import atelier.naming.Names;
import atelier.naming.Tags;
import atelier.preflight.CostEstimate;
import atelier.preflight.QuotaLedgers;
import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code pulumi stack output} shows. The keys are a contract: scripts and the image build read them. */
public final class StackOutputs {
    /** By name: links, addresses, region, size, owner, SSH details and ready commands of every workstation. */
    public static final String WORKSTATIONS = "workstations";

    /** What the owner of the app registration has to set. */
    public static final String SIGN_IN = "signIn";

    /** Records that the owner of the team's domain has to set; only with {@code tls} and public addresses. */
    public static final String DNS_RECORDS = "dnsRecords";

    /** The other half of every peering, as commands for its owner; only with {@code peering}. */
    public static final String PEERING = "peering";

    /** Name and page of the machine-learning workspace. */
    public static final String WORKSPACE = "workspace";

    /** Name of the key vault, for certificates. */
    public static final String VAULT = "vault";

    /** Storage account and share of the user files. */
    public static final String FILES = "files";

    /** What the image build has to know; the keys are the variables of {@code images/variables.pkr.hcl}. */
    public static final String IMAGES = "images";

    /** Both core quotas with every holder. */
    public static final String QUOTA = "quota";

    /** What a month costs by dated list prices. */
    public static final String COST = "cost";

    private final Spec spec;
    private final QuotaLedgers ledgers;
    private final CostEstimate estimate;
    private final Deployed deployed;

    public StackOutputs(Spec spec, QuotaLedgers ledgers, CostEstimate estimate, Deployed deployed) {
        this.spec = spec;
        this.ledgers = ledgers;
        this.estimate = estimate;
        this.deployed = deployed;
    }

    /** Registers every output with the engine. */
    public void export(Context context) {
        context.export(WORKSTATIONS, workstations());
        context.export(SIGN_IN, signIn());
        context.export(WORKSPACE, workspace());
        context.export(VAULT, Output.of(names().vault()));
        context.export(FILES, files());
        context.export(IMAGES, images(context.stackName()));
        context.export(QUOTA, Output.of(new QuotaOutput(ledgers).value()));
        context.export(COST, Output.of(new CostOutput(estimate).value()));
        if (spec.tls().isPresent() && spec.network().exposure() instanceof Exposure.Public) {
            context.export(DNS_RECORDS, Output.of(perWorkstation().flatMap(it -> it.dnsRecord().stream()).toList()));
        }
        if (spec.network().exposure() instanceof Exposure.Private closed && !closed.peering().isEmpty()) {
            context.export(PEERING, peering(closed));
        }
    }

    private Output<Map<String, Object>> workstations() {
        Map<String, Object> byName = new LinkedHashMap<>();
        perWorkstation().forEach(it -> byName.put(it.name(), it.value()));
        return Output.of(byName);
    }

    private Stream<WorkstationOutput> perWorkstation() {
        return deployed.workstations().stream().map(it -> new WorkstationOutput(spec, deployed, it));
    }

    private Output<Map<String, Object>> signIn() {
        List<Links> links = deployed.workstations().stream().map(Workstation::host).flatMap(this::links).toList();
        return Output.of(new SignIn(spec.access(), links, deployed.identities().signin().principalId()).value());
    }

    private Stream<Links> links(String host) {
        boolean tunnel = spec.network().bastion() && spec.network().exposure() instanceof Exposure.Private;
        return tunnel ? Stream.of(new Links(host), Links.throughTunnel(host)) : Stream.of(new Links(host));
    }

    private Output<Map<String, Object>> workspace() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", names().workspace());
        value.put("resourceGroup", names().dataGroup());
        value.put("studio", deployed.workspace().id().applyValue(
                id -> "https://ml.azure.com/home?wsid=" + id + "&tid=" + spec.access().tenantId()));
        return Output.of(value);
    }

    private Output<Map<String, Object>> files() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("storageAccount", names().storageAccount());
        value.put("share", deployed.files().shareName());
        return Output.of(value);
    }

    // The version is not among them: a build is for the version that the configuration names next.
    private Output<Map<String, Object>> images(String stack) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("stack", stack);
        value.put("tenantId", spec.access().tenantId().toString());
        value.put("subscriptionId", deployed.site().subscriptionId());
        value.put("resourceGroup", names().dataGroup());
        value.put("location", spec.region().name());
        value.put("gallery", names().gallery());
        value.put("definitions", imageDefinitions());
        value.put("tags", Tags.shared(spec.team()));
        value.put("allowedSources", allowedSources());
        return Output.of(value);
    }

    private Map<String, String> imageDefinitions() {
        Map<String, String> byLine = new LinkedHashMap<>();
        for (ImageLine line : ImageLine.values()) {
            byLine.put(line.id(), names().imageDefinition(line));
        }
        return byLine;
    }

    /** Who may reach a build machine, which is on the Internet by an IPv4 address: who may reach a public workstation. */
    private List<String> allowedSources() {
        return spec.network().exposure() instanceof Exposure.Public open
                ? open.allowedSources().stream().filter(it -> !it.ipv6()).map(Cidr::toString).toList()
                : List.of();
    }

    private Output<List<String>> peering(Exposure.Private closed) {
        Output<String> zone = deployed.zone().map(WorkstationZone::name).orElseThrow();
        return Output.tuple(deployed.site().subscriptionId(), deployed.network().virtualNetworkId(), zone).applyValue(known -> {
            PeerCommands commands = new PeerCommands(known.t1, names(), known.t2, known.t3);
            return closed.peering().stream().sorted().flatMap(peer -> commands.of(peer).stream()).toList();
        });
    }

    private Names names() {
        return deployed.site().names();
    }
}
