package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Machine-learning workspaces. */
final class Workspaces {
    static final String TYPE = "Microsoft.MachineLearningServices/workspaces";
    private static final String PRIMARY_IDENTITY = "properties.primaryUserAssignedIdentity";
    private static final List<String> IMMUTABLE = List.of("storageAccount", "keyVault", "encryption", "hbiWorkspace");

    private Workspaces() {}

    static ResourceType type() {
        return ResourceType.named(TYPE)
                .nameLike(
                        "[a-zA-Z0-9][a-zA-Z0-9_-]{2,32}",
                        "BadRequest",
                        "The workspace name {name} is invalid: 3 to 33 letters, digits, - and _.")
                .regional()
                .checks(Workspaces::dependenciesAreGiven)
                .refersTo(dependency("properties.storageAccount", StorageAccounts.TYPE))
                .refersTo(dependency("properties.keyVault", Vaults.TYPE))
                .refersTo(dependency("properties.applicationInsights", Monitoring.INSIGHTS_TYPE))
                .refersTo(dependency("properties.containerRegistry", Registries.TYPE))
                .refersTo(dependency(PRIMARY_IDENTITY, ManagedIdentities.TYPE))
                .checks(Identities::exist)
                .checks(Workspaces::identityIsGiven)
                .checks(Workspaces::storageIsPlain)
                .checks(Workspaces::dependenciesStay)
                .answers(Identities::answer)
                .answers(SystemData::answer)
                .answers(Workspaces::answer);
    }

    /** BadRequest, 400; from knowledge. */
    private static Reference dependency(String path, String type) {
        return Reference.anywhere(path, type)
                .orElse((put, id) -> badRequest(
                        "BadRequest",
                        "The dependent resource %s of workspace %s was not found."
                                .formatted(id, put.id().name())));
    }

    /** ValidationError, 400; documented: Azure/azure-cli#28980. */
    private static void dependenciesAreGiven(Put put) throws ArmError {
        if (Stream.of("storageAccount", "keyVault", "applicationInsights")
                .anyMatch(name -> put.at("properties." + name).absent())) {
            throw badRequest("ValidationError", "Missing dependent resources in workspace json");
        }
    }

    /** MissingIdentity, 400; from knowledge, the code is not certain. */
    private static void identityIsGiven(Put put) throws ArmError {
        Value type = put.at("identity.type");
        if (type.absent() || type.is("None")) {
            throw badRequest("MissingIdentity", "A workspace needs a system-assigned or a user-assigned identity.");
        }
        if (type.is("UserAssigned") && put.at(PRIMARY_IDENTITY).absent()) {
            throw badRequest(
                    "MissingIdentity", "A workspace with user-assigned identities needs primaryUserAssignedIdentity.");
        }
    }

    /** BadRequest, 400; documented: azure-docs how-to-manage-workspace (rule). */
    private static void storageIsPlain(Put put) throws ArmError {
        Optional<Resource> account = put.named("properties.storageAccount");
        boolean refused = account.filter(found -> found.at("properties.isHnsEnabled").isTrue()
                        || found.at("kind").is("BlobStorage")
                        || found.at("sku.name").text().filter(sku -> sku.startsWith("Premium")).isPresent())
                .isPresent();
        if (refused) {
            throw badRequest(
                    "BadRequest",
                    ("Storage account %s cannot be a workspace's: premium accounts, BlobStorage and hierarchical "
                                    + "namespaces are not supported.")
                            .formatted(account.get().id()));
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void dependenciesStay(Put put) throws ArmError {
        for (String name : IMMUTABLE) {
            if (put.changes("properties." + name)) {
                throw badRequest(
                        "BadRequest",
                        "The property %s of workspace %s cannot be changed."
                                .formatted(name, put.id().name()));
            }
        }
    }

    private static void answer(Resource workspace, Members body, Inventory inventory) {
        String location = workspace.location();
        String workspaceId = Derived.guid(workspace.armId(), "workspaceId");
        body.set("properties.workspaceId", workspaceId)
                .set("properties.discoveryUrl", "https://" + location + ".api.azureml.ms/discovery")
                .set(
                        "properties.mlFlowTrackingUri",
                        "azureml://" + location + ".api.azureml.ms/mlflow/v1.0" + workspace.id())
                .set("properties.notebookInfo.resourceId", Derived.hex(workspace.armId(), "notebook", 32))
                .set(
                        "properties.notebookInfo.fqdn",
                        "ml-" + workspace.armId().name() + "-" + location + "-" + workspaceId + "." + location
                                + ".notebooks.azure.net")
                .set("properties.tenantId", inventory.world().subscription().tenantId())
                .set("properties.provisioningState", "Succeeded")
                .set("properties.storageHnsEnabled", false)
                .set(
                        "properties.privateLinkCount",
                        PrivateEndpoints.leadingTo(workspace.armId(), inventory).size())
                .byDefault("properties.friendlyName", workspace.armId().name())
                .byDefault("properties.publicNetworkAccess", "Enabled")
                .byDefault("properties.hbiWorkspace", false);
        PrivateConnections.answer(workspace, body, inventory);
    }
}
