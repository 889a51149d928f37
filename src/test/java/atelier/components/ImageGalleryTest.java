package atelier.components;

import static atelier.components.SharedComponents.DATA;
import static atelier.components.SharedComponents.NAMES;
import static atelier.components.SharedComponents.TEAM;
import static atelier.components.SharedComponents.TENANT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.model.ImageLine;
import atelier.model.Region;
import atelier.testing.Mocked;
import atelier.testing.Recorded;
import atelier.testing.RecordingMocks;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageGalleryTest {
    private static final Recorded RESOURCES = SharedComponents.PUBLIC.deployed().recorded().resources();

    @Test
    void everyImageLineHasADefinitionThatPackerFinds() {
        Expect.inputs(
                """
                galleryName: atelier_vision
                resourceGroupName: atelier-vision-data
                location: westeurope
                description: Workstation images of vision
                tags: $TAGS
                """,
                RESOURCES.only("compute:Gallery"));
        assertEquals(
                List.of("gallery-cpu-image", "gallery-cuda-image", "gallery-grid-image"),
                RESOURCES.ofType("GalleryImage").names());
        for (ImageLine line : ImageLine.values()) {
            Expect.inputs(
                    """
                    galleryImageName: workstation-LINE
                    galleryName: atelier_vision
                    resourceGroupName: atelier-vision-data
                    location: westeurope
                    identifier: {publisher: atelier, offer: workstation, sku: LINE}
                    osType: Linux
                    osState: Generalized
                    architecture: x64
                    hyperVGeneration: V2
                    features: [{name: SecurityType, value: TrustedLaunch}]
                    tags: $TAGS
                    """
                            .replace("LINE", line.id()),
                    RESOURCES.ofType("GalleryImage").named("gallery-" + line.id() + "-image"));
        }
    }

    @Test
    void aVersionsIdLiesBelowItsLinesDefinition() {
        Object id = Mocked.run(context -> {
                    Site site = new Site(
                            NAMES,
                            TEAM,
                            new Region("westeurope"),
                            TENANT,
                            Output.of(RecordingMocks.SUBSCRIPTION_ID));
                    var groups = new ResourceGroups("groups", new ResourceGroups.Args(site), ComponentResourceOptions.Empty);
                    var gallery =
                            new ImageGallery("gallery", new ImageGallery.Args(site, groups), ComponentResourceOptions.Empty);
                    context.export("version", gallery.imageVersionId(ImageLine.CUDA, "2026.11.1"));
                })
                .outputs()
                .get("version");
        assertEquals(
                DATA + "/providers/Microsoft.Compute/galleries/atelier_vision/images/workstation-cuda/versions/2026.11.1",
                id);
    }
}
