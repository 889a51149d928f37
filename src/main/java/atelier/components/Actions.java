package atelier.components;

import java.util.List;
import java.util.stream.Stream;

/** The groups of Azure actions that custom roles are made of. */
final class Actions {
    /** Deallocate, never power off: a machine that is only powered off is still paid for. */
    static final List<String> STOP_MACHINE = List.of(
            "Microsoft.Compute/virtualMachines/read",
            "Microsoft.Compute/virtualMachines/instanceView/read",
            "Microsoft.Compute/virtualMachines/deallocate/action");

    /** Start, stop, restart and see a machine, and read what a Bastion tunnel to it needs. */
    static final List<String> RUN_MACHINES = Stream.concat(
                    STOP_MACHINE.stream(),
                    Stream.of(
                            "Microsoft.Compute/virtualMachines/start/action",
                            "Microsoft.Compute/virtualMachines/restart/action",
                            "Microsoft.Network/bastionHosts/read",
                            "Microsoft.Network/networkInterfaces/read",
                            "Microsoft.Network/publicIPAddresses/read",
                            "Microsoft.Network/virtualNetworks/read",
                            "Microsoft.Resources/subscriptions/resourceGroups/read"))
            .toList();

    /** What code in a notebook does with the workspace; every write by name, because a wildcard would reach its settings. */
    static final List<String> EXPERIMENT = Stream.of(
                    workspace("read", "*/read"),
                    madeAndDeleted(
                            "batchEndpoints",
                            "batchEndpoints/deployments",
                            "codes",
                            "codes/versions",
                            "components",
                            "components/versions",
                            "data",
                            "data/versions",
                            "datasets/registered",
                            "datasets/unregistered",
                            "datasets/versions",
                            "environments/versions",
                            "experiments",
                            "experiments/runs",
                            "jobs",
                            "metadata/artifacts",
                            "metadata/snapshots",
                            "models",
                            "models/versions",
                            "notebooks/storage",
                            "onlineEndpoints",
                            "onlineEndpoints/deployments",
                            "pipelinedrafts",
                            "schedules"),
                    workspace(
                            "batchEndpoints/jobs/write",
                            "datastores/write",
                            "endpoints/pipelines/write",
                            "environments/write",
                            "environments/build/action",
                            "experiments/runs/submit/action",
                            "jobs/cancel/action",
                            "metrics/resource/write",
                            "models/package/action",
                            "modules/write",
                            "notebooks/storage/download/action",
                            "notebooks/storage/upload/action",
                            "onlineEndpoints/score/action"))
            .flatMap(List::stream)
            .toList();

    /** The reads that hand out a key, a token or a secret although Azure does not call them actions. */
    static final List<String> SECRETS_BY_READ =
            workspace("listNotebookAccessToken/read", "listNotebookKeys/read", "metadata/secrets/read");

    /** The control plane of the resources behind a workspace; contents are a matter of data roles. */
    static final List<String> SERVE_WORKSPACE = List.of(
            "Microsoft.Storage/storageAccounts/read",
            "Microsoft.Storage/storageAccounts/listKeys/action",
            "Microsoft.Storage/storageAccounts/blobServices/read",
            "Microsoft.Storage/storageAccounts/blobServices/containers/read",
            "Microsoft.Storage/storageAccounts/blobServices/containers/write",
            "Microsoft.Storage/storageAccounts/fileServices/read",
            "Microsoft.Storage/storageAccounts/fileServices/shares/read",
            "Microsoft.KeyVault/vaults/read",
            "Microsoft.ContainerRegistry/registries/read",
            "Microsoft.Insights/components/read");

    private Actions() {}

    private static List<String> madeAndDeleted(String... nouns) {
        return Stream.of(nouns)
                .flatMap(noun -> workspace(noun + "/write", noun + "/delete").stream())
                .toList();
    }

    private static List<String> workspace(String... actions) {
        return Stream.of(actions).map(action -> "Microsoft.MachineLearningServices/workspaces/" + action).toList();
    }
}
