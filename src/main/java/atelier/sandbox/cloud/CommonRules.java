package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What ARM itself checks for every resource, before it asks the resource provider. */
final class CommonRules {
    private CommonRules() {}

    static void judge(Put put) throws ArmError {
        registered(put);
        parentExists(put);
        Policies.allowedLocations(put);
        tags(put);
    }

    /** MissingSubscriptionRegistration, 409; documented: common-deployment-errors (code). */
    private static void registered(Put put) throws ArmError {
        String namespace = put.id().namespace();
        if (!put.world().registered(namespace)) {
            throw ArmError.conflict(
                    "MissingSubscriptionRegistration",
                    "The subscription is not registered to use namespace '" + namespace
                            + "'. See https://aka.ms/rps-not-found for how to register subscriptions.");
        }
    }

    private static void parentExists(Put put) throws ArmError {
        ArmId id = put.id();
        Optional<String> subscription = id.subscription();
        if (subscription.isPresent() && !subscription.get().equalsIgnoreCase(put.world().subscription().subscriptionId())) {
            throw missingSubscription(subscription.get());
        }
        if (put.preview() || id.isResourceGroup()) {
            return;
        }
        Optional<ArmId> group = id.resourceGroup();
        if (group.isPresent() && !put.inventory().exists(group.get())) {
            throw missing(group.get());
        }
        Optional<ArmId> parent = id.parent();
        if (parent.isPresent() && !isThere(parent.get(), put.inventory())) {
            throw missingParent(put, parent.get());
        }
        Optional<ArmId> scope = id.scope();
        if (scope.isPresent() && !isThere(scope.get(), put.inventory())) {
            throw missing(scope.get());
        }
    }

    /** A storage account has its services from the start. */
    private static boolean isThere(ArmId id, Inventory inventory) {
        boolean service = id.key().matches(".*/storageaccounts/[^/]+/(file|blob|queue|table)services/default");
        return inventory.exists(service ? id.parent().orElseThrow() : id);
    }

    /** SubscriptionNotFound, 404; from knowledge. */
    private static ArmError missingSubscription(String subscription) {
        return new ArmError(404, "SubscriptionNotFound", "The subscription '" + subscription + "' could not be found.");
    }

    /** ResourceGroupNotFound, 404; documented: common-deployment-errors (code). */
    static ArmError missingGroup(ArmId group) {
        return new ArmError(404, "ResourceGroupNotFound", "Resource group '" + group.name() + "' could not be found.");
    }

    /** ParentResourceNotFound, 404; documented: public excerpts for storageAccounts/blobServices. */
    private static ArmError missingParent(Put put, ArmId parent) {
        String type = put.id().type();
        return new ArmError(
                404,
                "ParentResourceNotFound",
                "Failed to perform 'write' on resource(s) of type '" + type.substring(type.indexOf('/') + 1)
                        + "', because the parent resource '" + parent + "' could not be found.");
    }

    /** What ARM answers when something is not there. */
    static ArmError missing(ArmId id) {
        return id.isResourceGroup() ? missingGroup(id) : missingResource(id);
    }

    /** ResourceNotFound, 404; documented: azure-docs error-not-found. */
    private static ArmError missingResource(ArmId id) {
        String path = id.text().substring(id.key().lastIndexOf("/providers/") + "/providers/".length());
        return new ArmError(
                404,
                "ResourceNotFound",
                "The Resource '" + path + "' under resource group '"
                        + id.resourceGroup().map(ArmId::name).orElse("<null>")
                        + "' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    }

    /** TagsLimitReached and InvalidTagNameCharacters, 400; from knowledge. */
    private static void tags(Put put) throws ArmError {
        Value tags = put.at("tags");
        if (tags.names().size() > 50) {
            throw ArmError.badRequest("TagsLimitReached", "The number of tags exceeds the maximum of 50.");
        }
        for (Map.Entry<String, JsonNode> tag : tags.node().properties()) {
            if (!tag.getKey().matches("[^<>%&\\\\?/]{1,512}") || tag.getValue().asText().length() > 256) {
                throw ArmError.badRequest(
                        "InvalidTagNameCharacters",
                        "The tag '" + tag.getKey()
                                + "' is not valid: a name has at most 512 characters without <>%&\\?/, a value at most"
                                + " 256.");
            }
        }
    }
}
