package atelier.agent.machine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The documents that the program writes, from its own golden texts. */
public final class Documents {
    public static final String OWNER = "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83";
    public static final String TENANT = "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613";
    public static final String NOTEBOOK = "b0000000-0000-4000-8000-000000000002";

    private static final Path GOLDEN = Path.of("src", "test", "resources", "boot");

    private Documents() {}

    public static String personalText() {
        return text("user-data-personal.json");
    }

    public static String sharedText() {
        return text("user-data-shared.json");
    }

    public static MachineDocument personal() {
        return read(personalText());
    }

    public static MachineDocument shared() {
        return read(sharedText());
    }

    /** The personal workstation's text with one change. */
    static String changed(Consumer<ObjectNode> change) {
        try {
            ObjectNode document = (ObjectNode) new ObjectMapper().readTree(personalText());
            change.accept(document);
            return document.toString();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static MachineDocument read(String text) {
        try {
            return MachineDocumentReader.read(text);
        } catch (InvalidDocument invalid) {
            throw new AssertionError(invalid);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
