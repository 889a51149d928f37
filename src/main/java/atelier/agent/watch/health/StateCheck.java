package atelier.agent.watch.health;

import atelier.agent.watch.health.Part.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** A part that writes its own state into a JSON file: the first boot, the user files, the certificate. */
public final class StateCheck implements Check {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final Path file;
    private final Boot boot;
    private final Map<String, Status> states;
    private final Function<JsonNode, String> words;

    private StateCheck(String name, Path file, Boot boot, Map<String, Status> states, Function<JsonNode, String> words) {
        this.name = name;
        this.file = file;
        this.boot = boot;
        this.states = states;
        this.words = words;
    }

    /** The steps of the first boot, {@code boot.json}. */
    public static StateCheck boot(Path file, Boot boot) {
        Map<String, Status> states =
                Map.of("starting", Status.STARTING, "ready", Status.HEALTHY, "failed", Status.UNHEALTHY);
        return new StateCheck("boot", file, boot, states, state -> said(state.path("state").asText(), step(state)));
    }

    /** The share with the user files, {@code files.json}, whose message is a sentence for the users. */
    public static StateCheck files(Path file, Boot boot) {
        Map<String, Status> states =
                Map.of("waiting", Status.STARTING, "mounted", Status.HEALTHY, "lost", Status.UNHEALTHY);
        return new StateCheck("files", file, boot, states, StateCheck::sentence);
    }

    /** Whether the certificate is the one that was asked for, {@code certificate.json}. */
    public static StateCheck certificate(Path file, Boot boot) {
        Map<String, Status> states = Map.of("good", Status.HEALTHY, "fallback", Status.WARNING);
        return new StateCheck("certificate source", file, boot, states, state -> state.path("message").asText());
    }

    @Override
    public Part check(Instant now) {
        if (!Files.exists(file)) {
            return boot.missing(name, file + " is not there yet", now);
        }
        try {
            JsonNode state = JSON.readTree(Files.readString(file));
            String word = state.path("state").asText();
            return states.containsKey(word)
                    ? new Part(name, states.get(word), words.apply(state))
                    : Part.unhealthy(name, file + " has an unknown state \"" + word + "\"");
        } catch (IOException unreadable) {
            return Part.unhealthy(name, file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static String sentence(JsonNode files) {
        String message = files.path("message").asText();
        return message.isBlank() ? files.path("state").asText() : message;
    }

    private static String said(String word, String message) {
        return message.isBlank() ? word : word + ": " + message;
    }

    // The step that failed or runs now says more than the whole.
    private static String step(JsonNode boot) {
        for (String state : new String[] {"failed", "running"}) {
            for (JsonNode step : boot.path("steps")) {
                if (step.path("state").asText().equals(state)) {
                    return said(step.path("name").asText(), step.path("message").asText());
                }
            }
        }
        return "";
    }
}
