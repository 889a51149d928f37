package atelier.outputs;

import atelier.components.Workstation;
import atelier.model.Exposure;
import atelier.model.ObjectId;
import atelier.model.Spec;
import atelier.model.SshAccess;
import atelier.naming.HostNames;
import atelier.preflight.EffectiveAccess;
import atelier.preflight.Reachability;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the people of one workstation need: where it is, how to open it, and how to start and stop it. */
final class WorkstationOutput {
    private static final int SSH_PORT = 22;
    private static final int HTTPS_PORT = 443;
    private static final int LOCAL_SSH_PORT = 2022;

    private final Spec spec;
    private final Deployed deployed;
    private final Workstation workstation;

    WorkstationOutput(Spec spec, Deployed deployed, Workstation workstation) {
        this.spec = spec;
        this.deployed = deployed;
        this.workstation = workstation;
    }

    String name() {
        return workstation.spec().name().value();
    }

    /** Texts where they are known before anything is deployed, outputs where Azure has a say. */
    Map<String, Object> value() {
        Map<String, Object> value = new LinkedHashMap<>(new Links(workstation.host()).byApplication());
        value.put("health", new Links(workstation.host()).health());
        value.put("host", workstation.host());
        value.put("privateAddress", workstation.privateAddress());
        workstation.publicAddress().ifPresent(address -> value.put("publicAddress", address));
        value.put("region", workstation.region());
        value.put("size", workstation.spec().size().name());
        value.put("owner", workstation.spec().owner().map(ObjectId::value).orElse("shared"));
        value.put("openedBy", openedBy());
        value.put("reachedFrom", reachedFrom());
        value.put("start", command(MachineCommands::start));
        value.put("deallocate", command(MachineCommands::deallocate));
        value.put("restart", command(MachineCommands::restart));
        if (spec.network().exposure() instanceof Exposure.Private) {
            bastion().ifPresent(name -> value.put("throughTunnel", throughTunnel(name)));
        }
        if (workstation.spec().ssh() instanceof SshAccess.On) {
            value.put("ssh", ssh());
        }
        return value;
    }

    private List<String> openedBy() {
        Stream<String> groups = EffectiveAccess.may(EffectiveAccess.Deed.OPEN, workstation.spec(), spec.access()).stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT));
        return Stream.concat(groups, workstation.spec().owner().stream().map(owner -> "owner")).toList();
    }

    private Map<String, Object> reachedFrom() {
        Reachability reachability = Reachability.of(spec, workstation.spec());
        Map<String, Object> sources = new LinkedHashMap<>();
        sources.put("https", List.copyOf(reachability.https()));
        sources.put("ssh", List.copyOf(reachability.ssh()));
        return sources;
    }

    // The hosts entry sends the workstation's name into the tunnel; sign-in comes back to that name and port.
    private Map<String, Object> throughTunnel(String bastion) {
        Map<String, Object> way = new LinkedHashMap<>();
        way.put("tunnel", command(it -> it.tunnel(bastion, HTTPS_PORT, Links.TUNNEL_PORT)));
        way.put("hostsEntry", "127.0.0.1 " + workstation.host());
        way.putAll(Links.throughTunnel(workstation.host()).byApplication());
        return way;
    }

    private Map<String, Object> ssh() {
        Map<String, Object> ssh = new LinkedHashMap<>();
        ssh.put("user", workstation.sshUser());
        ssh.put("port", SSH_PORT);
        ssh.put("command", "ssh " + workstation.sshUser() + "@" + workstation.host());
        bastion().ifPresent(name -> {
            ssh.put("tunnel", command(it -> it.tunnel(name, SSH_PORT, LOCAL_SSH_PORT)));
            ssh.put("commandThroughTunnel", "ssh -p " + LOCAL_SSH_PORT + " " + workstation.sshUser() + "@127.0.0.1");
        });
        return ssh;
    }

    private Output<String> command(Function<MachineCommands, String> command) {
        String group = deployed.site().names().computeGroup();
        return deployed.site()
                .subscriptionId()
                .applyValue(id -> command.apply(new MachineCommands(id, group, workstation.machineName())));
    }

    private Optional<String> bastion() {
        return spec.network().bastion() ? Optional.of(deployed.site().names().network("bastion")) : Optional.empty();
    }

    /** What has to be set in public DNS by whoever owns the team's domain, if anything. */
    Optional<Map<String, String>> dnsRecord() {
        if (spec.tls().isEmpty() || spec.network().exposure() instanceof Exposure.Private) {
            return Optional.empty();
        }
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("name", workstation.host());
        entry.put("type", "CNAME");
        entry.put("value", HostNames.of(spec, deployed.site().names()).publicName(workstation.spec().name()));
        return Optional.of(entry);
    }
}
