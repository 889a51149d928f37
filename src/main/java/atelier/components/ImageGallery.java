package atelier.components;

import atelier.model.ImageLine;
import atelier.naming.Tags;
import com.pulumi.azurenative.compute.Gallery;
import com.pulumi.azurenative.compute.GalleryArgs;
import com.pulumi.azurenative.compute.GalleryImage;
import com.pulumi.azurenative.compute.GalleryImageArgs;
import com.pulumi.azurenative.compute.enums.OperatingSystemStateTypes;
import com.pulumi.azurenative.compute.enums.OperatingSystemTypes;
import com.pulumi.azurenative.compute.inputs.GalleryImageFeatureArgs;
import com.pulumi.azurenative.compute.inputs.GalleryImageIdentifierArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where Packer publishes the workstations' images: a gallery with one definition for every image line. */
public final class ImageGallery extends ComponentResource {
    private final Gallery gallery;
    private final Map<ImageLine, GalleryImage> images;

    public record Args(Site site, ResourceGroups groups) {}

    public ImageGallery(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:ImageGallery", name, options);
        this.gallery = gallery(name, args);
        this.images = images(name, args);
        registerOutputs(Map.of("id", gallery.id()));
    }

    /** The ARM id of a published version; whether it is there shows when a machine asks for it. */
    public Output<String> imageVersionId(ImageLine line, String version) {
        return images.get(line).id().applyValue(id -> id + "/versions/" + version);
    }

    private Gallery gallery(String name, Args args) {
        return new Gallery(
                name,
                GalleryArgs.builder()
                        .galleryName(args.site().names().gallery())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .description("Workstation images of " + args.site().team().name())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.protectedOf(this, List.of(), "location"));
    }

    private Map<ImageLine, GalleryImage> images(String name, Args args) {
        Map<ImageLine, GalleryImage> made = new EnumMap<>(ImageLine.class);
        for (ImageLine line : ImageLine.values()) {
            made.put(line, image(name, line, args));
        }
        return Collections.unmodifiableMap(made);
    }

    private GalleryImage image(String name, ImageLine line, Args args) {
        return new GalleryImage(
                name + "-" + line.id() + "-image",
                GalleryImageArgs.builder()
                        .galleryImageName(args.site().names().imageDefinition(line))
                        .galleryName(gallery.name())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .identifier(GalleryImageIdentifierArgs.builder()
                                .publisher("atelier")
                                .offer("workstation")
                                .sku(line.id())
                                .build())
                        .osType(OperatingSystemTypes.Linux)
                        .osState(OperatingSystemStateTypes.Generalized)
                        .architecture("x64")
                        .hyperVGeneration("V2")
                        // With "TrustedLaunchSupported" instead, Azure refuses a running machine as the source of a version,
                        // and that is how Packer publishes. Secure Boot is the machine's own switch.
                        .features(GalleryImageFeatureArgs.builder()
                                .name("SecurityType")
                                .value("TrustedLaunch")
                                .build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }
}
