package atelier.config;

/**
 * Where a value stands in the configuration, written as {@code pulumi config set --path} takes it.
 *
 * @param text such as {@code atelier:quota.compute.families["Standard NCASv3_T4 Family"]}
 */
record KeyPath(String text) {

    /** The place that holds every key of a namespace. */
    static KeyPath namespace(String name) {
        return new KeyPath(name + ":");
    }

    KeyPath child(String key) {
        if (!key.matches("[A-Za-z0-9_-]+")) {
            return new KeyPath(text + "[\"" + key.replace("\"", "\\\"") + "\"]");
        }
        return new KeyPath(text.endsWith(":") ? text + key : text + "." + key);
    }

    KeyPath at(int index) {
        return new KeyPath(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}
