package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside preview, up, refresh and destroy do in the sandbox what they do anywhere. */
class CommandsIT {
    private static final String GALLERY = "urn:pulumi:minimal::atelier::atelier:components:ImageGallery";
    private static final String TYPE = "azure-native:compute:GalleryImage";
    private static final String NAME = "gallery-cpu-image";
    private static final String URN = GALLERY + "$" + TYPE + "::" + NAME;
    private static final String ID = "/subscriptions/0a71e1e5-5a1d-4b0c-8f00-5ca1ab1e0001/resourceGroups/atelier-solo-data"
            + "/providers/Microsoft.Compute/galleries/atelier_solo/images/workstation-cpu";

    @TempDir
    private Path folder;

    @Test
    void whatTheStateLostIsImportedAndTheNextUpLeavesItAlone() throws IOException {
        Engine engine = Engine.in(folder, Stacks.file("minimal"));
        engine.run("config", "set", "--path", "atelier:images.version", "none").succeeded();
        assertEquals("none", engine.run("config", "get", "--path", "atelier:images.version").succeeded().out().strip());
        engine.up().succeeded();
        String cloud = Files.readString(engine.cloud());
        JsonNode inputs = state(engine).orElseThrow().path("inputs");

        engine.run("state", "delete", URN, "--yes").succeeded();
        assertTrue(state(engine).isEmpty());
        String parent = "gallery=" + GALLERY + "::gallery";
        engine.run("import", TYPE, NAME, ID, "--parent", parent, "--protect=false", "--yes").succeeded();
        JsonNode imported = state(engine).orElseThrow();
        assertEquals(ID, imported.path("id").asText());
        assertEquals(inputs, imported.path("inputs"));

        Operation up = engine.up().succeeded();
        assertEquals(List.of(), up.changes());
        assertEquals(cloud, Files.readString(engine.cloud()));
        engine.run("cancel", "--yes").succeeded();
    }

    private static Optional<JsonNode> state(Engine engine) {
        return StreamSupport.stream(engine.resources().spliterator(), false)
                .filter(resource -> resource.path("urn").asText().equals(URN))
                .findFirst();
    }
}
