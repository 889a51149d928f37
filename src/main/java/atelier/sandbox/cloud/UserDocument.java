package atelier.sandbox.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** What this cloud knows of a machine's user data, which to Azure is any text: a workstation's has its name in it. */
final class UserDocument {
    private static final JsonMapper JSON = new JsonMapper();

    private UserDocument() {}

    /** The member {@code workstation} of a JSON document; empty for anything else. */
    static Optional<String> workstation(String userData) {
        try {
            JsonNode document = JSON.readTree(Base64.getDecoder().decode(userData));
            return Optional.ofNullable(document.path("workstation").textValue());
        } catch (IOException | IllegalArgumentException somebodyElsesData) {
            return Optional.empty();
        }
    }
}
