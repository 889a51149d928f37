package atelier.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The texts in {@code src/test/resources/boot}. */
final class Golden {
    private Golden() {}

    static String text(String name) throws IOException {
        try (InputStream file = Golden.class.getResourceAsStream("/boot/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
