package atelier.config;

import atelier.model.Files;
import atelier.model.Images;

/** What all workstations share: the files and the images. */
final class SharedSection {
    static final Form<Files> FILES = new Section<>("an object with quotaGiB and softDeleteDays", SharedSection::files);
    static final Form<Images> IMAGES = new Section<>("an object with version", SharedSection::images);

    /** Limits of a share and of its soft delete: https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets */
    private static final Form<Integer> QUOTA_GIB = Scalars.whole(1, 102_400, 1024);
    private static final Form<Integer> SOFT_DELETE_DAYS = Scalars.whole(7, 365, 30);

    private static final Text<Images> VERSION = Text.of(SharedSection::version, "2026.11.1");

    private SharedSection() {}

    private static Field<Files> files(Fields fields) {
        var quotaGiB = fields.required("quotaGiB", QUOTA_GIB);
        var softDeleteDays = fields.required("softDeleteDays", SOFT_DELETE_DAYS);
        return fields.build(() -> new Files(quotaGiB.get(), softDeleteDays.get()));
    }

    private static Field<Images> images(Fields fields) {
        var version = fields.required("version", VERSION);
        return fields.build(version);
    }

    private static Images version(String text) {
        return text.equals("none") ? new Images.None() : new Images.Version(text);
    }
}
