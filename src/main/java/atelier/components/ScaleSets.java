package atelier.components;

import atelier.model.ImageLine;
import atelier.naming.Tags;
import com.pulumi.azurenative.compute.VirtualMachineScaleSet;
import com.pulumi.azurenative.compute.VirtualMachineScaleSetArgs;
import com.pulumi.azurenative.compute.enums.OrchestrationMode;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The scale sets that workstations are members of: one for each image line in use.
 *
 * <p>Flexible and without a machine profile, so that each member is a declared machine with a name, an address and rights of
 * its own. Such a set takes neither a size nor an upgrade policy, and one fault domain, which leaves placement to Azure:
 * https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-orchestration-modes
 */
public final class ScaleSets extends ComponentResource {
    private final Map<ImageLine, VirtualMachineScaleSet> sets = new EnumMap<>(ImageLine.class);

    /** @param lines those that some workstation's size needs; no set is made for another */
    public record Args(Site site, ResourceGroups groups, SortedSet<ImageLine> lines) {
        public Args {
            lines = new TreeSet<>(lines);
        }
    }

    public ScaleSets(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:ScaleSets", name, options);
        args.lines().forEach(line -> sets.put(line, scaleSet(name, line, args)));
        Map<String, Output<?>> ids = new TreeMap<>();
        sets.forEach((line, set) -> ids.put(line.id() + "Id", set.id()));
        registerOutputs(ids);
    }

    /** The ARM id of a line's set; the line must be in use. */
    public Output<String> id(ImageLine line) {
        return sets.get(line).id();
    }

    private VirtualMachineScaleSet scaleSet(String name, ImageLine line, Args args) {
        return new VirtualMachineScaleSet(
                name + "-" + line.id(),
                VirtualMachineScaleSetArgs.builder()
                        .vmScaleSetName(args.site().names().scaleSet(line))
                        .resourceGroupName(args.groups().computeName())
                        .location(args.site().region().name())
                        .orchestrationMode(OrchestrationMode.Flexible)
                        .platformFaultDomainCount(1)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }
}
