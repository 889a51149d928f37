package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The certificates that azure.yaml puts into every vault as soon as it exists. A certificate's private key is the secret of the
 * same name, and that is what a machine is granted: https://learn.microsoft.com/azure/key-vault/certificates/about-certificates
 */
final class Certificates {
    static final String SECRET_TYPE = "Microsoft.KeyVault/vaults/secrets";

    private Certificates() {}

    /** What ARM tells about the secret: that it is there, and never its value. */
    static Optional<ObjectNode> secret(ArmId id, Inventory inventory) {
        return id.parent().flatMap(inventory::deployed)
                .filter(vault -> inventory.world().hasCertificate(id.name()))
                .map(vault -> JsonNodeFactory.instance.objectNode().put("location", vault.location()));
    }
}
