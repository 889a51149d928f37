package atelier.outputs;

import atelier.model.NetworkId;
import atelier.naming.Names;
import java.util.List;

/**
 * The half of a peering that belongs to the other network: commands for whoever owns it.
 *
 * @see <a href="https://learn.microsoft.com/cli/azure/network/vnet/peering">az network vnet peering</a>
 */
record PeerCommands(String subscriptionId, Names names, String virtualNetworkId, String privateZone) {

    List<String> of(NetworkId peer) {
        return List.of(
                "az network vnet peering create --subscription " + peer.subscriptionId()
                        + " --resource-group " + peer.resourceGroup() + " --vnet-name " + peer.name()
                        + " --name to-" + names.network("vnet") + " --remote-vnet " + virtualNetworkId + " --allow-vnet-access",
                "az network private-dns link vnet create --subscription " + subscriptionId
                        + " --resource-group " + names.computeGroup() + " --zone-name " + privateZone
                        + " --name " + names.peering(peer) + " --virtual-network " + peer + " --registration-enabled false");
    }
}
