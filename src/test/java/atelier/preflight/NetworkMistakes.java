package atelier.preflight;

import atelier.model.Problem;
import atelier.preflight.Mistakes.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Address spaces and peers that do not work. */
final class NetworkMistakes {
    private static final String HUB =
            "/subscriptions/0c9f8e7d-6b5a-4c3d-9e2f-1a0b9c8d7e6f/resourceGroups/hub"
                    + "/providers/Microsoft.Network/virtualNetworks/hub";

    private NetworkMistakes() {}

    static List<Mistake> all() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes.add(new Mistake(
                "private without a way in",
                draft -> {
                    hide(draft, false);
                    draft.ada().sshSources = Optional.empty();
                },
                new Problem(
                        "atelier:network.bastion",
                        "false",
                        "true, or at least one network in atelier:network.peering; without either nobody reaches "
                                + "a private workstation",
                        "pulumi config set --path 'atelier:network.bastion' true")));
        mistakes.add(new Mistake(
                "an IPv6 address space",
                draft -> draft.addressSpace = "fd00::/16",
                new Problem(
                        "atelier:network.addressSpace",
                        "fd00::/16",
                        "a private IPv4 range, such as 10.42.0.0/16",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "a public address space",
                draft -> draft.addressSpace = "203.0.0.0/16",
                new Problem(
                        "atelier:network.addressSpace",
                        "203.0.0.0/16",
                        "a private IPv4 range, such as 10.42.0.0/16",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "an address space too small",
                draft -> draft.addressSpace = "10.42.0.0/25",
                new Problem(
                        "atelier:network.addressSpace",
                        "10.42.0.0/25",
                        "a prefix from /8 to /24",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "an address space over Docker's bridge",
                draft -> draft.addressSpace = "172.17.0.0/16",
                new Problem(
                        "atelier:network.addressSpace",
                        "172.17.0.0/16",
                        "a range apart from 172.17.0.0/16, which Docker uses on the machines",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "an address space over the RDMA network",
                draft -> {
                    draft.addressSpace = "172.16.0.0/16";
                    draft.train().size = "Standard_ND96isr_H100_v5";
                    draft.train().maxNodes = 1;
                    draft.machineLearningFamilies.put("standardNDSH100v5Family", 96);
                },
                new Problem(
                        "atelier:network.addressSpace",
                        "172.16.0.0/16",
                        "a range apart from 172.16.0.0/16, which sizes with InfiniBand use between machines",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "an address space with too few addresses for workstations",
                draft -> {
                    draft.addressSpace = "10.42.0.0/24";
                    crowd(draft, 60);
                },
                new Problem(
                        "atelier:network.addressSpace",
                        "10.42.0.0/24",
                        "a larger range: a quarter of this one has 59 addresses for 60 workstations",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "an address space with too few addresses for clusters",
                draft -> {
                    draft.addressSpace = "10.42.0.0/24";
                    draft.train().maxNodes = 59;
                    draft.machineLearningFamilies.put("StandardNCADSA100v4Family", 59 * 24);
                },
                new Problem(
                        "atelier:network.addressSpace",
                        "10.42.0.0/24",
                        "a larger range: a quarter of this one has 59 addresses for 60 cluster nodes, the one "
                                + "for image builds included",
                        "pulumi config set --path 'atelier:network.addressSpace' 10.42.0.0/16")));
        mistakes.add(new Mistake(
                "the same peer twice",
                draft -> {
                    hide(draft, true);
                    draft.ada().sshSources = Optional.empty();
                    draft.peering.add(HUB);
                    draft.peering.add(HUB.toUpperCase(Locale.ROOT).replace("/SUBSCRIPTIONS", "/subscriptions"));
                },
                new Problem(
                        "atelier:network.peering[1]",
                        "/subscriptions/0C9F8E7D-6B5A-4C3D-9E2F-1A0B9C8D7E6F/RESOURCEGROUPS/HUB/PROVIDERS/MICROSO"
                                + "FT.NETWORK/VIRTUALNETWORKS/HUB",
                        "each network once",
                        "pulumi config rm --path 'atelier:network.peering[1]'")));
        mistakes.add(new Mistake(
                "a network that peers with itself",
                draft -> {
                    hide(draft, true);
                    draft.ada().sshSources = Optional.empty();
                    draft.peering.add(HUB.replace("/hub/", "/atelier-vision-compute/").replace("/hub", "/atelier-vision-vnet"));
                },
                new Problem(
                        "atelier:network.peering[0]",
                        "/subscriptions/0c9f8e7d-6b5a-4c3d-9e2f-1a0b9c8d7e6f/resourceGroups/atelier-vision-comput"
                                + "e/providers/Microsoft.Network/virtualNetworks/atelier-vision-vnet",
                        "another network than the team's own",
                        "pulumi config rm --path 'atelier:network.peering[0]'")));
        return mistakes;
    }

    private static void hide(SpecDraft draft, boolean bastion) {
        draft.isPrivate = true;
        draft.bastion = bastion;
    }

    private static void crowd(SpecDraft draft, int count) {
        IntStream.range(2, count).forEach(number -> draft.workstation("seat-" + number, "Standard_D4s_v5"));
        draft.computeFamilies.put("standardDSv5Family", 4 * count + 16);
        draft.regionalCores = 4 * count + 64;
    }
}
