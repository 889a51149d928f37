package atelier.sandbox.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstateTest {
    @TempDir
    Path directory;

    @Test
    void theEstateHasOneResourceOfEveryTypeWithRules() {
        TreeSet<String> deployed = new TreeSet<>();
        Estate.ORDER.forEach(id -> deployed.add(new ArmId(id).type().toLowerCase(Locale.ROOT)));
        TreeSet<String> known = new TreeSet<>();
        ResourceTypes.names().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        known.removeIf(name ->
                name.startsWith("microsoft.network/privatednszones/") && name.length() < 40 && !name.endsWith("/a"));
        assertEquals(known, deployed);
    }

    @Test
    void everythingInItIsAccepted() {
        Azure azure = Azure.empty(directory).withEstate();
        Estate.ORDER.forEach(id -> assertEquals(id, azure.get(id).path("id").asText()));
    }

    @Test
    void puttingTheSameBodiesAgainIsAcceptedAndAnswersTheSameAsAGet() {
        Azure azure = Azure.empty(directory).withEstate();
        Estate.ORDER.forEach(id -> assertEquals(azure.put(id, Estate.body(id)), azure.get(id)));
    }

    @Test
    void aPreviewOfEverythingOnAnEmptyCloudSaysNothing() {
        Azure azure = Azure.empty(directory);
        Estate.ORDER.forEach(id -> azure.acceptsInPreview(id, Estate.body(id)));
    }

    @Test
    void everythingCanBeDeletedInTheOppositeOrderAndNothingIsLeft() {
        Azure azure = Azure.empty(directory).withEstate();
        Estate.reversed().stream()
                // A service of a storage account has no DELETE; it goes with its account.
                .filter(id -> !id.equals(Estate.FILES) && !id.equals(Estate.BLOBS))
                .forEach(azure::delete);
        assertEquals(Json.json("{format: 1, resources: {}}"), Json.json(azure.content()));
    }
}
