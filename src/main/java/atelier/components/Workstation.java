package atelier.components;

import atelier.boot.UserData;
import atelier.catalog.Catalog;
import atelier.catalog.Size;
import atelier.model.Access;
import atelier.model.ImageLine;
import atelier.model.ResourceName;
import atelier.model.Schedule;
import atelier.model.SubnetPlan;
import atelier.model.Tls;
import atelier.naming.HostNames;
import atelier.naming.Tags;
import com.pulumi.azurenative.compute.Disk;
import com.pulumi.azurenative.compute.DiskArgs;
import com.pulumi.azurenative.compute.VirtualMachine;
import com.pulumi.azurenative.compute.enums.DiskCreateOption;
import com.pulumi.azurenative.compute.enums.DiskStorageAccountTypes;
import com.pulumi.azurenative.compute.enums.NetworkAccessPolicy;
import com.pulumi.azurenative.compute.enums.PublicNetworkAccess;
import com.pulumi.azurenative.compute.inputs.CreationDataArgs;
import com.pulumi.azurenative.compute.inputs.DiskSkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One workstation: a machine with its address, its rules, its disk, its agent and, if it has one, its schedule.
 *
 * <p>Only the machine is made anew for another image; disk and network interface stay. Nothing in it depends on another
 * workstation.
 */
public final class Workstation extends ComponentResource {
    private final Args args;
    private final WorkstationNetwork network;

    /**
     * What all workstations have in common.
     *
     * @param rules the model of the network, from which the access rules follow
     * @param zone absent when addresses are public
     * @param after what must exist before any machine is made, such as the allowed sizes and the private endpoints
     */
    public record Shared(
            Site site,
            ResourceGroups groups,
            Catalog catalog,
            Access access,
            atelier.model.Network rules,
            HostNames hosts,
            Optional<Tls> tls,
            String imageVersion,
            ImageGallery gallery,
            ScaleSets scaleSets,
            Network network,
            Optional<WorkstationZone> zone,
            Identities identities,
            Roles roles,
            UserFiles files,
            Vault vault,
            Workspace workspace,
            List<Resource> after) {
        public Shared {
            after = List.copyOf(after);
        }
    }

    public record Args(Shared shared, atelier.model.Workstation workstation) {
        private ResourceName name() {
            return workstation.name();
        }

        private Size size() {
            return shared.catalog().get(workstation.size());
        }

        private Map<String, String> tags() {
            return Tags.of(shared.site().team(), workstation);
        }
    }

    /** @param name the workstation's own, which enters the Pulumi name of everything in it */
    public Workstation(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Workstation", name, options);
        this.args = args;
        this.network = network(name);
        WorkstationAgent agent = agent(name);
        VirtualMachine machine = machine(name, agent);
        agent.mayStop(machine.id());
        if (args.workstation().schedule() instanceof Schedule.Weekly weekly) {
            schedule(name, weekly, machine.id());
        }
        registerOutputs(Map.of("machineId", machine.id(), "host", Output.of(host())));
    }

    /** What was asked for: name, owner, size, SSH, idle time and schedule. */
    public atelier.model.Workstation spec() {
        return args.workstation();
    }

    public String host() {
        return args.shared().hosts().of(args.name());
    }

    public Output<String> privateAddress() {
        return network.privateAddress();
    }

    /** Absent when the workstation has only a private address. */
    public Optional<Output<String>> publicAddress() {
        return network.publicAddress();
    }

    public String machineName() {
        return args.shared().site().names().virtualMachine(args.name());
    }

    public String region() {
        return args.shared().site().region().name();
    }

    /** The account that people sign in to by SSH, if that is on. */
    public String sshUser() {
        return UserData.ACCOUNT;
    }

    private WorkstationNetwork network(String name) {
        Shared shared = args.shared();
        return new WorkstationNetwork(
                name + "-network",
                new WorkstationNetwork.Args(
                        shared.site(),
                        shared.groups(),
                        args.workstation(),
                        args.tags(),
                        shared.network().workstationsSubnetId(),
                        shared.network().applicationSecurityGroupId(args.name()),
                        WorkstationRules.forNic(
                                args.workstation(), shared.rules(), SubnetPlan.of(shared.rules().addressSpace())),
                        shared.zone().map(WorkstationZone::name)),
                child());
    }

    private WorkstationAgent agent(String name) {
        Shared shared = args.shared();
        return new WorkstationAgent(
                name + "-agent",
                new WorkstationAgent.Args(
                        shared.site(),
                        shared.groups(),
                        args.workstation(),
                        shared.roles(),
                        shared.files(),
                        shared.workspace(),
                        shared.vault(),
                        shared.tls()),
                child());
    }

    private VirtualMachine machine(String name, WorkstationAgent agent) {
        Shared shared = args.shared();
        ImageLine line = args.size().line();
        Output<String> userData = new WorkstationDocument(shared, args.workstation(), agent.identity()).base64();
        return new VirtualMachine(
                name,
                new MachineInputs(
                                shared.site(),
                                shared.groups(),
                                args.workstation(),
                                args.size(),
                                shared.imageVersion(),
                                shared.gallery().imageVersionId(line, shared.imageVersion()),
                                shared.scaleSets().id(line),
                                network.cardId(),
                                disk(name).id(),
                                List.of(agent.identity(), shared.identities().notebook(), shared.identities().signin()),
                                userData)
                        .args(),
                machineOptions(agent));
    }

    /**
     * A machine is changed in place where Azure allows it and made anew where it does not; Azure refuses the listed changes,
     * and the provider does not know it. A temporary disk is no input of its own, so its presence is the replacement trigger:
     * https://learn.microsoft.com/azure/virtual-machines/azure-vms-no-temp-disk
     */
    private CustomResourceOptions machineOptions(WorkstationAgent agent) {
        List<Resource> before = Stream.of(args.shared().after(), agent.firstRights()).flatMap(List::stream).toList();
        return CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(before)
                .deleteBeforeReplace(true)
                .replaceOnChanges(
                        "storageProfile.imageReference",
                        "virtualMachineScaleSet",
                        "osProfile.adminUsername",
                        "osProfile.computerName",
                        "osProfile.customData",
                        "osProfile.linuxConfiguration.ssh")
                .replacementTrigger(Output.of(args.size().hasTemporaryDisk()))
                .build();
    }

    private Disk disk(String name) {
        Site site = args.shared().site();
        return new Disk(
                name + "-disk",
                DiskArgs.builder()
                        .diskName(site.names().ofWorkstation(args.name(), "disk"))
                        .resourceGroupName(args.shared().groups().computeName())
                        .location(site.region().name())
                        .sku(DiskSkuArgs.builder().name(DiskStorageAccountTypes.Premium_LRS).build())
                        .creationData(CreationDataArgs.builder().createOption(DiskCreateOption.Empty).build())
                        .diskSizeGB(args.workstation().diskGiB())
                        .publicNetworkAccess(PublicNetworkAccess.Disabled)
                        .networkAccessPolicy(NetworkAccessPolicy.DenyAll)
                        .tags(args.tags())
                        .build(),
                ChildOptions.of(this));
    }

    private void schedule(String name, Schedule.Weekly weekly, Output<String> machineId) {
        Shared shared = args.shared();
        new PowerSchedule(
                name + "-schedule",
                new PowerSchedule.Args(
                        shared.site(),
                        shared.groups(),
                        args.workstation(),
                        args.tags(),
                        weekly,
                        shared.roles(),
                        machineId),
                child());
    }

    private ComponentResourceOptions child() {
        return ComponentResourceOptions.builder().parent(this).build();
    }
}
