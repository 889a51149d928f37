package atelier.sandbox;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line of {@link ArmApi}: a command, then {@code --option value} in any order. */
final class Usage {
    static final String SERVE = "serve";
    static final String TOKEN = "token";

    static final String CLOUD = "--cloud";
    static final String WORLD = "--world";
    static final String HTTPS = "--https";
    static final String KEYSTORE = "--keystore";
    static final String IDENTITY_PROVIDER = "--identity-provider";
    static final String CERTIFICATE_HOST = "--certificate-host";
    static final String WORKSTATION = "--workstation";
    static final String METADATA = "--metadata";
    static final String WIRE_SERVER = "--wire-server";
    static final String NAME = "--name";
    static final String AUDIENCE = "--audience";
    static final String SECONDS = "--seconds";

    private static final String KEYSTORE_PASSWORD = "ATELIER_KEYSTORE_PASSWORD";
    private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+|\\[[0-9a-f:]+]):([0-9]{1,5})");
    private static final int LAST_PORT = 65535;

    /** Every option of every command: what its value is. */
    private static final Map<String, Map<String, String>> COMMANDS = Map.of(
            SERVE, options(
                    CLOUD, "the sandbox's directory, which has cloud.json",
                    WORLD, "the azure.yaml that describes the simulated world",
                    HTTPS, "ADDRESS:PORT for ARM, vaults and sign-in; may be repeated",
                    KEYSTORE, "a PKCS #12 file for --https; its password is in " + KEYSTORE_PASSWORD,
                    IDENTITY_PROVIDER, "where the identity provider listens, such as http://127.0.0.1:18090",
                    CERTIFICATE_HOST, "a DNS name of the vaults' certificates; may be repeated",
                    WORKSTATION, "the workstation for --metadata",
                    METADATA, "ADDRESS:PORT of its metadata service; may be repeated",
                    WIRE_SERVER, "ADDRESS:PORT of the host's service; may be repeated"),
            TOKEN, options(
                    CLOUD, "the sandbox's directory",
                    WORLD, "the azure.yaml that describes the simulated world",
                    NAME, "a user of azure.yaml or a deployed identity",
                    AUDIENCE, "whom the token is for; ARM if it is not given",
                    SECONDS, "how long it is valid; an hour if it is not given, and a negative number makes an expired one"));

    private final String command;
    private final Map<String, List<String>> values;

    private Usage(String command, Map<String, List<String>> values) {
        this.command = command;
        this.values = values;
    }

    /** A command line that cannot be followed; the message says what is allowed. */
    static final class Mistake extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mistake(String message) {
            super(message);
        }
    }

    static Usage read(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        if (!COMMANDS.containsKey(command)) {
            throw new Mistake("the command is '" + command + "': allowed are\n" + help());
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 1; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!COMMANDS.get(command).containsKey(option) || i + 1 == arguments.size()) {
                throw new Mistake("'" + option + "' is no option or has no value: allowed are\n" + help());
            }
            values.computeIfAbsent(option, name -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return new Usage(command, values);
    }

    String command() {
        return command;
    }

    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    Optional<String> optional(String option) {
        return all(option).stream().findFirst();
    }

    String one(String option) {
        return optional(option).orElseThrow(() ->
                new Mistake(option + " is missing: allowed is " + COMMANDS.get(command).get(option)));
    }

    List<InetSocketAddress> addresses(String option) {
        return all(option).stream().map(text -> address(option, text)).toList();
    }

    private InetSocketAddress address(String option, String text) {
        Matcher form = ADDRESS.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(2)) > LAST_PORT) {
            throw new Mistake(option + " is '" + text + "': allowed is " + COMMANDS.get(command).get(option));
        }
        return new InetSocketAddress(form.group(1), Integer.parseInt(form.group(2)));
    }

    /** Not an argument, because every process can read those. */
    char[] keyStorePassword() {
        String password = System.getenv(KEYSTORE_PASSWORD);
        if (password == null) {
            throw new Mistake(KEYSTORE_PASSWORD + " is not set: allowed is the password of " + one(KEYSTORE));
        }
        return password.toCharArray();
    }

    private static String help() {
        return List.of(SERVE, TOKEN).stream()
                .map(name -> "  " + name + "\n" + COMMANDS.get(name).entrySet().stream()
                        .map(option -> "    %-20s %s".formatted(option.getKey(), option.getValue()))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> options(String... namesAndValues) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }
}
