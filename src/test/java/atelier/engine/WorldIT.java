package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import atelier.testing.golden.GoldenInputs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack that asks for more than the world holds: it fails as it would in Azure, keeps what it has, and goes on later. */
class WorldIT {
    private static final String ADMINS = "1e6f4a2b-93c7-4d58-b0e1-7a5c2f8d6349";
    private static final String SUBSCRIPTION = "/subscriptions/0a71e1e5-5a1d-4b0c-8f00-5ca1ab1e0001";
    private static final String GALLERY =
            SUBSCRIPTION + "/resourceGroups/atelier-solo-data/providers/Microsoft.Compute/galleries/atelier_solo";

    /** Azure makes these itself, for a private endpoint and for a machine; they are in nobody's state. */
    private static final Pattern MADE_BY_AZURE = Pattern.compile(".*(-endpoint-nic|_osdisk_[0-9a-z_]+)");

    @TempDir
    private Path folder;
    private Engine engine;

    /** The workstation gets a size that the workspace's own cluster does not use. */
    @BeforeEach
    void chooseTheStack() {
        engine = Engine.in(folder, Stacks.file("minimal"));
        engine.configure(config -> config.withObject("/atelier:workstations/0").put("size", "Standard_D8s_v5"));
    }

    @Test
    void everyLackFailsTheWayAzureFailsAndOnceItIsMendedTheNextUpGoesOn() throws IOException {
        refused(
                WorldIT::withoutTheAdmins,
                "Status=400 Code=\"PrincipalNotFound\" Message=\"Principal 1e6f4a2b93c74d58b0e17a5c2f8d6349 does not exist");
        refused(
                world -> world.withObject("/images").putArray("workstation-cpu").add("2026.10.1"),
                "Status=404 Code=\"GalleryImageNotFound\" Message=\"The gallery image " + GALLERY
                        + "/images/workstation-cpu/versions/2026.11.1 is not available in westeurope region.");
        refused(WorldIT::withoutTheSize, "Status=409 Code=\"SkuNotAvailable\" Message=\"The requested size for resource '");
        refused(
                world -> world.withObject("/quota/compute/westeurope/families/standardDSv5Family").put("limit", 11),
                "Status=409 Code=\"OperationNotAllowed\" Message=\"Operation could not be completed as it results in exceeding "
                        + "approved standardDSv5Family Cores quota. Additional details - Deployment Model: Resource Manager, "
                        + "Location: westeurope, Current Limit: 11, Current Usage: 8, Additional Required: 8, "
                        + "(Minimum) New Limit Required: 16.");

        Operation up = engine.up().succeeded();
        assertTrue(up.changesInShort().contains("create azure-native:compute:VirtualMachine euler"), up.run().out());
        assertEquals(Set.of("create", "same"), up.results().keySet());
        assertEquals(GoldenInputs.resources("minimal").size(), stateAndCloudAgree());
    }

    @Test
    void aPreviewSaysWhatItCanKnowAlready() {
        engine.changeWorld(WorldIT::withoutTheSize);
        Operation preview = engine.preview().failed();
        tells(
                preview,
                "Preview failed: Status=409 Code=\"SkuNotAvailable\" Message=\"The requested size for resource '" + SUBSCRIPTION
                        + "/resourceGroups/[unknown]/providers/Microsoft.Compute/virtualMachines/solo-euler' "
                        + "is currently not available");
        assertFalse(Files.exists(engine.cloud()));
    }

    /** Breaks the world, deploys into it and mends it. */
    private void refused(Consumer<ObjectNode> lack, String told) throws IOException {
        String world = Files.readString(engine.world());
        engine.changeWorld(lack);
        Operation up = engine.up().failed();
        Files.writeString(engine.world(), world);
        tells(up, told);
        assertTrue(Set.of("create", "same").containsAll(up.results().keySet()), () -> up.results().toString());
        stateAndCloudAgree();
    }

    private static void tells(Operation operation, String told) {
        assertTrue(
                operation.messages().stream().anyMatch(message -> message.startsWith(told)),
                () -> String.join("\n", operation.messages()));
        assertEquals(List.of(), Noise.in(operation.run()));
    }

    /** Returns how many resources both have. */
    private int stateAndCloudAgree() {
        Set<String> inState = new TreeSet<>();
        for (JsonNode resource : engine.resources()) {
            if (resource.path("type").asText().startsWith("azure-native:")) {
                inState.add(resource.path("id").asText().toLowerCase(Locale.ROOT));
            }
        }
        Set<String> inCloud = new TreeSet<>();
        engine.deployed().fieldNames().forEachRemaining(id -> inCloud.add(id.toLowerCase(Locale.ROOT)));
        inCloud.removeIf(id -> MADE_BY_AZURE.matcher(id).matches());
        assertEquals(inCloud, inState);
        return inState.size();
    }

    private static void withoutTheAdmins(ObjectNode world) {
        ArrayNode principals = world.withArray("principals");
        for (int i = principals.size() - 1; i >= 0; i--) {
            if (principals.get(i).path("objectId").asText().equals(ADMINS)) {
                principals.remove(i);
            }
        }
    }

    private static void withoutTheSize(ObjectNode world) {
        world.withObject("/regions/westeurope").putArray("lacks").add("Standard_D8s_v5");
    }
}
