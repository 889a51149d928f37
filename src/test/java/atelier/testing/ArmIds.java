package atelier.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ARM id and name of a resource, from its type and inputs, as Azure forms them. */
final class ArmIds {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> templates;

    private ArmIds(Map<String, String> templates) {
        this.templates = templates;
    }

    static ArmIds load() {
        try (InputStream file = ArmIds.class.getResourceAsStream("/arm-ids.txt")) {
            return new ArmIds(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toUnmodifiableMap(columns -> columns[0], columns -> columns[1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The id, or nothing when the type is not one the program may declare. A missing name is filled in as azure-native does. */
    Optional<String> id(String type, String pulumiName, JsonNode inputs) {
        return Optional.ofNullable(templates.get(type)).map(template -> fill(template, type, pulumiName, inputs));
    }

    private static String fill(String template, String type, String pulumiName, JsonNode inputs) {
        Matcher parameters = PARAMETER.matcher(template);
        StringBuilder id = new StringBuilder();
        while (parameters.find()) {
            boolean last = parameters.end() == template.length();
            parameters.appendReplacement(id,
                    Matcher.quoteReplacement(value(parameters.group(1), last, type, pulumiName, inputs)));
        }
        parameters.appendTail(id);
        return id.toString().replaceFirst("^/+", "/");
    }

    private static String value(String parameter, boolean last, String type, String pulumiName, JsonNode inputs) {
        if (parameter.equals("subscriptionId")) {
            return RecordingMocks.SUBSCRIPTION_ID;
        }
        if (inputs.path(parameter).isTextual()) {
            return inputs.get(parameter).asText();
        }
        if (last) {
            return pulumiName + "0a1b2c3d";
        }
        throw new IllegalArgumentException(type + " " + pulumiName + " needs the input " + parameter
                + ", which is absent or unknown");
    }
}
