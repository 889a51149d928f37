package atelier.testing.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Finds secrets in a tree of properties, in boot data too: base64 and gzip are taken off layer by layer and each layer is
 * judged. It says where and of which kind, never the value.
 */
public final class SecretScan {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAYERS = 4;

    private SecretScan() {}

    /** One line per finding: the path below {@code root} and the kind. */
    public static List<String> findings(String root, Object value) {
        List<String> findings = new ArrayList<>();
        walk(root, JSON.valueToTree(value), findings);
        return findings;
    }

    private static void walk(String path, JsonNode node, List<String> findings) {
        node.fields().forEachRemaining(field -> {
            String inner = path + "." + field.getKey();
            if (Detector.isSecretName(field.getKey()) && !field.getValue().isNull() && !field.getValue().isBoolean()) {
                findings.add(inner + ": a property that holds a secret");
            }
            walk(inner, field.getValue(), findings);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "[" + i + "]", node.get(i), findings);
            }
        }
        if (node.isTextual()) {
            kind(node.asText(), LAYERS).ifPresent(kind -> findings.add(path + ": " + kind));
        }
    }

    private static Optional<String> kind(String text, int layers) {
        Optional<String> inner = layers == 0 ? Optional.empty() : decoded(text).flatMap(layer -> kind(layer, layers - 1));
        boolean wrapped = decoded(text).isPresent();
        return inner.or(() -> wrapped ? Optional.empty() : Detector.kindOf(text));
    }

    /** The text below one layer of base64, and of gzip below that, if that is what it is. */
    private static Optional<String> decoded(String text) {
        String compact = text.strip().replaceAll("\\s", "");
        if (compact.length() < 16 || compact.length() % 4 != 0 || !compact.matches("[A-Za-z0-9+/]+={0,2}")) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getDecoder().decode(compact);
        return printable(unzipped(bytes));
    }

    private static byte[] unzipped(byte[] bytes) {
        try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unzip.readAllBytes();
        } catch (IOException notCompressed) {
            return bytes;
        }
    }

    private static Optional<String> printable(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean readable = text.chars().allMatch(c -> c >= ' ' && c != 0xFFFD || Character.isWhitespace(c));
        return readable ? Optional.of(text) : Optional.empty();
    }
}
