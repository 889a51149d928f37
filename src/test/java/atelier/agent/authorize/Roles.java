package atelier.agent.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Role definitions as Azure publishes them, and the stack's own.
 *
 * <p>https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/ai-machine-learning
 */
final class Roles {
    private static final String ML = "Microsoft.MachineLearningServices/workspaces/";

    static final Role OWNER = role("Owner", List.of("*"), List.of());
    static final Role CONTRIBUTOR = role(
            "Contributor",
            List.of("*"),
            List.of(
                    "Microsoft.Authorization/*/Delete",
                    "Microsoft.Authorization/*/Write",
                    "Microsoft.Authorization/elevateAccess/Action"));
    static final Role READER = role("Reader", List.of("*/read"), List.of());
    static final Role DATA_SCIENTIST = role(
            "AzureML Data Scientist",
            List.of(ML + "*/read", ML + "*/action", ML + "*/delete", ML + "*/write"),
            List.of(
                    ML + "delete",
                    ML + "write",
                    ML + "computes/*/write",
                    ML + "computes/*/delete",
                    ML + "computes/listKeys/action",
                    ML + "listKeys/action",
                    ML + "hubs/write",
                    ML + "hubs/delete",
                    ML + "featurestores/write",
                    ML + "featurestores/delete"));
    static final Role COMPUTE_OPERATOR =
            role("AzureML Compute Operator", List.of(ML + "computes/*", ML + "notebooks/vm/*"), List.of());
    static final Role VM_CONTRIBUTOR =
            role("Virtual Machine Contributor", List.of("Microsoft.Compute/virtualMachines/*"), List.of());

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "dev.json");

    private Roles() {}

    /** A custom role as the program registers it for the dev stack. */
    static Role custom(String name) {
        try {
            JsonNode permission = new ObjectMapper()
                    .readTree(GOLDEN.toFile())
                    .required("azure-native:authorization:RoleDefinition roles-" + name)
                    .required("permissions")
                    .required(0);
            return role(name, texts(permission.required("actions")), texts(permission.required("notActions")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static Role role(String name, List<String> actions, List<String> notActions) {
        return new Role(name, List.of(new Permission(actions, notActions)));
    }
}
