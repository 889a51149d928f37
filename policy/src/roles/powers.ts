import { Power } from "./permission";

/**
 * Giving rights, to oneself or others, or taking away what limits them. These are the actions that tell Owner from Contributor:
 * https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/privileged
 */
export const governing: Power = {
    name: "give or take rights",
    actions: [
        "Microsoft.Authorization/*/write",
        "Microsoft.Authorization/*/delete",
        "Microsoft.Authorization/elevateAccess/action",
        "Microsoft.Blueprint/blueprintAssignments/write",
    ],
    dataActions: [],
};

/** Changing resources of every kind, or using all data, as Contributor may. */
export const contributing: Power = {
    name: "change resources of every kind",
    actions: ["*/write", "*/delete", "*/action"],
    dataActions: ["*"],
    acrossProviders: true,
};

/**
 * Being handed a key, a token or a secret.
 *
 * Actions: https://learn.microsoft.com/azure/role-based-access-control/resource-provider-operations
 */
export const readingSecrets: Power = {
    name: "read keys or secrets",
    actions: [
        "Microsoft.App/containerApps/listSecrets/action",
        "Microsoft.Batch/batchAccounts/listKeys/action",
        "Microsoft.Cache/redis/listKeys/action",
        "Microsoft.CognitiveServices/accounts/listKeys/action",
        "Microsoft.ContainerRegistry/registries/generateCredentials/action",
        "Microsoft.ContainerRegistry/registries/listCredentials/action",
        "Microsoft.ContainerRegistry/registries/regenerateCredential/action",
        "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
        "Microsoft.DocumentDB/databaseAccounts/listConnectionStrings/action",
        "Microsoft.DocumentDB/databaseAccounts/listKeys/action",
        "Microsoft.EventHub/namespaces/authorizationRules/listKeys/action",
        "Microsoft.Logic/workflows/triggers/listCallbackUrl/action",
        "Microsoft.MachineLearningServices/workspaces/batchEndpoints/listKeys/action",
        "Microsoft.MachineLearningServices/workspaces/computes/listKeys/action",
        "Microsoft.MachineLearningServices/workspaces/connections/listSecrets/action",
        "Microsoft.MachineLearningServices/workspaces/datastores/listSecrets/action",
        "Microsoft.MachineLearningServices/workspaces/listDatastoreSecrets/action",
        "Microsoft.MachineLearningServices/workspaces/listKeys/action",
        "Microsoft.MachineLearningServices/workspaces/listNotebookKeys/action",
        "Microsoft.MachineLearningServices/workspaces/listStorageAccountKeys/action",
        "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/listKeys/action",
        "Microsoft.OperationalInsights/workspaces/listKeys/action",
        "Microsoft.OperationalInsights/workspaces/sharedKeys/action",
        "Microsoft.Search/searchServices/listAdminKeys/action",
        "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action",
        "Microsoft.Storage/storageAccounts/listAccountSas/action",
        "Microsoft.Storage/storageAccounts/listKeys/action",
        "Microsoft.Storage/storageAccounts/listServiceSas/action",
        "Microsoft.Storage/storageAccounts/localUsers/listKeys/action",
        "Microsoft.Storage/storageAccounts/localUsers/regeneratePassword/action",
        "Microsoft.Storage/storageAccounts/regenerateKey/action",
        "Microsoft.Web/sites/config/list/action",
        "Microsoft.Web/sites/functions/listSecrets/action",
    ],
    dataActions: ["Microsoft.KeyVault/vaults/secrets/getSecret/action"],
};

/** The same of a workspace by actions that Azure calls reading, so that even Reader has them. */
export const readingWorkspaceSecrets: Power = {
    name: "read keys or secrets of a workspace",
    actions: [
        "Microsoft.MachineLearningServices/workspaces/listNotebookAccessToken/read",
        "Microsoft.MachineLearningServices/workspaces/listNotebookKeys/read",
        "Microsoft.MachineLearningServices/workspaces/metadata/secrets/read",
    ],
    dataActions: [],
};

/** Being root on machines, and with that everything that they are. */
export const commandingMachines: Power = {
    name: "run commands on machines or change them",
    actions: ["virtualMachines", "virtualMachineScaleSets"].flatMap((kind) => [
        `Microsoft.Compute/${kind}/*write`,
        `Microsoft.Compute/${kind}/*runCommand/action`,
    ]),
    dataActions: ["Microsoft.Compute/virtualMachines/*", "Microsoft.Compute/virtualMachineScaleSets/*"],
};

/** Changing, starting, stopping or copying machines. */
export const controllingMachines: Power = {
    name: "control machines",
    actions: [
        ...["write", "delete", "action"].flatMap((verb) => [
            `Microsoft.Compute/virtualMachines/*${verb}`,
            `Microsoft.Compute/virtualMachineScaleSets/*${verb}`,
        ]),
        "Microsoft.Compute/disks/beginGetAccess/action",
        "Microsoft.Compute/snapshots/beginGetAccess/action",
    ],
    dataActions: [],
};

/** Changing, stopping, entering the machines of a workspace. */
export const controllingComputes: Power = {
    name: "control the computes of a workspace",
    actions: ["write", "delete", "start/action", "stop/action", "restart/action", "applicationaccess/action"].map(
        (verb) => `Microsoft.MachineLearningServices/workspaces/computes/${verb}`,
    ),
    dataActions: [],
};

/** Becoming another identity: by having it attached, or by letting somebody else sign in as it. */
export const becomingOthers: Power = {
    name: "act as other identities",
    actions: [
        "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
        "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
        "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
    ],
    dataActions: [],
};

/** Every power, for what has to hold of all of them. */
export const powers: readonly Power[] = [
    governing,
    contributing,
    readingSecrets,
    readingWorkspaceSecrets,
    commandingMachines,
    controllingMachines,
    controllingComputes,
    becomingOthers,
];
