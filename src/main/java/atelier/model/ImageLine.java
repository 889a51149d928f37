package atelier.model;

/** A line of images that share a driver, and with it a gallery image definition and a scale set. */
public enum ImageLine {
    CPU("cpu"),
    CUDA("cuda"),
    GRID("grid");

    private final String id;

    ImageLine(String id) {
        this.id = id;
    }

    /** The name as it appears in resource names and in {@code images/}. */
    public String id() {
        return id;
    }
}
