package atelier.outputs;

/**
 * Azure CLI commands for one virtual machine, ready to paste.
 *
 * @see <a href="https://learn.microsoft.com/cli/azure/vm">az vm</a>
 * @see <a href="https://learn.microsoft.com/cli/azure/network/bastion">az network bastion</a>
 */
record MachineCommands(String subscriptionId, String resourceGroup, String virtualMachine) {

    String start() {
        return "az vm start " + machine();
    }

    /** Releases the cores; a machine that is only powered off is still paid for. */
    String deallocate() {
        return "az vm deallocate " + machine();
    }

    String restart() {
        return "az vm restart " + machine();
    }

    /** Carries one port of the machine to the same host's {@code localPort}. */
    String tunnel(String bastion, int port, int localPort) {
        return "az network bastion tunnel --subscription " + subscriptionId + " --resource-group " + resourceGroup
                + " --name " + bastion + " --target-resource-id " + id()
                + " --resource-port " + port + " --port " + localPort;
    }

    private String machine() {
        return "--subscription " + subscriptionId + " --resource-group " + resourceGroup + " --name " + virtualMachine;
    }

    private String id() {
        return "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup
                + "/providers/Microsoft.Compute/virtualMachines/" + virtualMachine;
    }
}
