package atelier.agent.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which services users' code may have a token. The file beside this class gives the reason for each; a service that is not
 * there, such as the vault, the directory or the exchange of tokens, has nothing that {@code notebook} may do.
 */
final class Audiences {
    private static final String FILE = "audiences.json";
    private static final String SLASH = "/";

    private final Set<String> allowed;

    private Audiences(Set<String> allowed) {
        this.allowed = allowed;
    }

    static Audiences load() {
        try (InputStream file = Audiences.class.getResourceAsStream(FILE)) {
            Set<String> allowed = new TreeSet<>();
            for (JsonNode entry : new ObjectMapper().readTree(file)) {
                allowed.add(entry.required("audience").textValue());
            }
            return new Audiences(allowed);
        } catch (IOException notInTheJar) {
            throw new UncheckedIOException(notInTheJar);
        }
    }

    /** Whether a token for it may be given: exactly as listed, or with one slash at the end. */
    boolean allows(String audience) {
        return allowed.contains(audience)
                || audience.endsWith(SLASH) && allowed.contains(audience.substring(0, audience.length() - 1));
    }

    @Override
    public String toString() {
        return String.join(", ", allowed);
    }
}
