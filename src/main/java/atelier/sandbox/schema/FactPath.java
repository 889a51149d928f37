package atelier.sandbox.schema;

/** How the table writes the path of a value. */
public final class FactPath {
    private FactPath() {}

    /** A property of the object at a path; the path of the resource itself is empty. */
    public static String member(String path, String property) {
        return path.isEmpty() ? property : path + "." + property;
    }

    public static String items(String path) {
        return path + "[]";
    }

    public static String values(String path) {
        return path + "{}";
    }

    public static String variant(String path, String variant) {
        return path + "<" + variant + ">";
    }
}
