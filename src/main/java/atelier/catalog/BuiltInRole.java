package atelier.catalog;

/**
 * Azure's built-in roles that Atelier assigns; the reason is in the assignment.
 *
 * <p>GUIDs: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
public enum BuiltInRole {
    CONTRIBUTOR("b24988ac-6180-42a0-ab88-20f7382dd24c"),
    READER("acdd72a7-3385-48ef-bd42-f606fba81ae7"),
    AZUREML_DATA_SCIENTIST("f6c7c914-8db3-469d-8ca1-694a8f32e121"),
    STORAGE_BLOB_DATA_CONTRIBUTOR("ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
    STORAGE_FILE_DATA_PRIVILEGED_CONTRIBUTOR("69566ab7-960f-475b-8e7c-b3118f30c6bd"),
    ACR_PULL("7f951dda-4ed3-4680-a7ca-43fe172d538d"),
    ACR_PUSH("8311e382-0749-4cb8-b61a-304f252e45ec"),
    KEY_VAULT_SECRETS_USER("4633458b-17de-408a-b874-0445c86b69e6"),
    KEY_VAULT_ADMINISTRATOR("00482a5a-887f-4fb3-b363-3b7fe8e74483");

    private final String guid;

    BuiltInRole(String guid) {
        this.guid = guid;
    }

    /** The ARM id of the role in a subscription. */
    public String id(String subscriptionId) {
        return "/subscriptions/" + subscriptionId + "/providers/Microsoft.Authorization/roleDefinitions/" + guid;
    }
}
