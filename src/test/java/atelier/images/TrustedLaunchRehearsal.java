package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atelier.model.ImageLine;
import atelier.testing.Recorded;
import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How a machine starts is said in two languages: the build machine in HCL, the image definition and the workstations in Java.
 * Azure refuses an image whose three do not agree.
 */
class TrustedLaunchRehearsal {
    /** The stack with workstations of every line. */
    private static final Recorded RESOURCES = Stacks.deployed("large").recorded();

    /** The generation of Canonical's SKUs: https://documentation.ubuntu.com/azure/azure-how-to/instances/find-ubuntu-images */
    private static final Map<String, String> GENERATIONS = Map.of("server", "V2", "server-gen1", "V1");

    private static ImageBuild build;

    @BeforeAll
    static void evaluate(@TempDir Path folder) throws IOException, InterruptedException {
        build = ImageBuild.copyTo(folder);
        build.packer("validate", "images");
    }

    @ParameterizedTest
    @EnumSource(ImageLine.class)
    void theBuildMachineStartsAsItsDefinitionAndItsWorkstationsDo(ImageLine line) throws IOException {
        JsonNode builder = build.seen("workstation-" + line.id());
        JsonNode definition = RESOURCES.inputsOf("GalleryImage", "gallery-" + line.id() + "-image");
        assertEquals("SecurityType", definition.at("/features/0/name").asText());
        assertEquals(definition.at("/features/0/value").asText(), builder.path("security_type").asText());
        assertEquals(
                definition.path("hyperVGeneration").asText(), GENERATIONS.get(builder.path("image_sku").asText()));

        List<JsonNode> workstations = workstations(line);
        assertFalse(workstations.isEmpty());
        for (JsonNode workstation : workstations) {
            JsonNode security = workstation.path("securityProfile");
            assertEquals(security.path("securityType"), builder.path("security_type"));
            assertEquals(security.at("/uefiSettings/secureBootEnabled"), builder.path("secure_boot_enabled"));
            assertEquals(security.at("/uefiSettings/vTpmEnabled"), builder.path("vtpm_enabled"));
            assertEquals(security.path("encryptionAtHost"), builder.path("encryption_at_host"));
        }
    }

    private static List<JsonNode> workstations(ImageLine line) {
        return RESOURCES.ofType("compute:VirtualMachine").all().stream()
                .map(machine -> machine.inputs())
                .filter(inputs -> inputs.at("/storageProfile/imageReference/id").asText()
                        .contains("/images/workstation-" + line.id() + "/"))
                .toList();
    }
}
