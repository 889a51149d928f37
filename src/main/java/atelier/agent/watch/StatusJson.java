package atelier.agent.watch;

import atelier.agent.watch.health.Health;
import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The status as JSON: whole for people who are signed in, one word for everybody else. */
final class StatusJson {
    private static final String STATUS = "status";

    private StatusJson() {}

    static ObjectNode whole(Status status) {
        ObjectNode node = object();
        status.workstation().ifPresent(name -> node.put("workstation", name));
        node.set("idle", idle(status.idle()));
        node.set("health", health(status.health()));
        ArrayNode banners = node.putArray("banners");
        status.banners().forEach(banners::add);
        return node;
    }

    /** Nothing but whether it is well. */
    static ObjectNode word(Health health) {
        return object().put(STATUS, word(health.status()));
    }

    static ObjectNode error(String message) {
        return object().put("error", message);
    }

    private static ObjectNode idle(Judgement judgement) {
        ObjectNode node = object()
                .put("state", word(judgement.verdict().state()))
                .put("why", judgement.verdict().why())
                .put("since", Spoken.of(judgement.verdict().since()));
        judgement.verdict().stopsAt().ifPresent(stop -> node.put("stopsAt", Spoken.of(stop)));
        judgement.hold().ifPresent(hold -> node.put("heldUntil", Spoken.of(hold.until())).put("heldBy", hold.by()));
        ArrayNode signals = node.putArray("signals");
        for (Reading reading : judgement.readings()) {
            signals.addObject()
                    .put("name", reading.signal())
                    .put("state", word(reading.state()))
                    .put("detail", reading.detail());
        }
        return node;
    }

    private static ObjectNode health(Health health) {
        ObjectNode node = word(health);
        ArrayNode parts = node.putArray("parts");
        for (Part part : health.parts()) {
            parts.addObject().put("name", part.name()).put(STATUS, word(part.status())).put("message", part.message());
        }
        return node;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
