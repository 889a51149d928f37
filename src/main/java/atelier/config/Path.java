package atelier.config;

/**
 * Where a value stands in the configuration, written as {@code pulumi config set --path} takes it.
 *
 * @param text such as {@code atelier:quota.compute.families["Standard NCASv3_T4 Family"]}
 */
record Path(String text) {

    /** The place that holds every key of a namespace. */
    static Path namespace(String name) {
        return new Path(name + ":");
    }

    Path child(String key) {
        if (!key.matches("[A-Za-z0-9_-]+")) {
            return new Path(text + "[\"" + key.replace("\"", "\\\"") + "\"]");
        }
        return new Path(text.endsWith(":") ? text + key : text + "." + key);
    }

    Path at(int index) {
        return new Path(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}
