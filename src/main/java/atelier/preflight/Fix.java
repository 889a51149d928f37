package atelier.preflight;

/** The commands that mend a mistake, ready to paste into a shell. */
final class Fix {
    private Fix() {}

    static String set(String path, Object value) {
        return "pulumi config set --path " + quoted(path) + " " + argument(String.valueOf(value));
    }

    static String remove(String path) {
        return "pulumi config rm --path " + quoted(path);
    }

    /** Leaves one element in a list. */
    static String onlyElement(String path, Object value) {
        return remove(path) + " && " + set(path + "[0]", value);
    }

    /** Gives a value another key. */
    static String rename(String oldPath, String newPath, Object value) {
        return remove(oldPath) + " && " + set(newPath, value);
    }

    /** The path of a key below another, in Pulumi's property-path syntax. */
    static String key(String parent, String key) {
        boolean plain = key.matches("[A-Za-z_][A-Za-z0-9_]*");
        return plain ? parent + "." + key : parent + "[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    private static String argument(String value) {
        return value.matches("[A-Za-z0-9._:/@+-]+") ? value : quoted(value);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
