package atelier.config;

import java.util.List;

/**
 * A command line that mends a problem, quoted so that it pastes safely into sh and bash.
 *
 * <p>The CLI stores the texts true, false and every whole number as boolean and number unless it is told the type.
 *
 * @param line one command, or several joined by {@code &&}
 */
record Command(String line) {
    private static final String AND = " && ";

    static Command setText(KeyPath path, String value) {
        String type = value.matches("true|false|[-+]?[0-9]+") ? " --type string" : "";
        String endOfFlags = value.startsWith("-") ? " --" : "";
        return new Command(set(path) + type + endOfFlags + " " + quoted(value));
    }

    static Command setNumber(KeyPath path, int value) {
        return new Command(set(path) + " " + value);
    }

    static Command setFlag(KeyPath path, boolean value) {
        return new Command(set(path) + " " + value);
    }

    static Command remove(KeyPath path) {
        return new Command("pulumi config rm --path " + alwaysQuoted(path.text()));
    }

    static Command sequence(List<Command> commands) {
        return new Command(String.join(AND, commands.stream().map(Command::line).toList()));
    }

    Command then(Command next) {
        return sequence(List.of(this, next));
    }

    private static String set(KeyPath path) {
        return "pulumi config set --path " + alwaysQuoted(path.text());
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@,+=-]+") ? text : alwaysQuoted(text);
    }

    private static String alwaysQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
