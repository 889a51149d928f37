package atelier.testing.policy;

import atelier.testing.Recorded;
import atelier.testing.Registration;
import atelier.testing.Taggable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** OPS: region, tags, budget, logs. */
final class OperationsChecks {
    private static final Set<String> REGIONS = Set.of("westeurope", "global");

    private OperationsChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("OPS-02", "in the allowed region", registration -> registration.input("location").isTextual(),
                        (registration, all) -> REGIONS.contains(registration.text("location").toLowerCase(Locale.ROOT))),
                new Check("OPS-02", "is tagged with owner and costCenter", Taggable::is,
                        (registration, all) -> isTagged(registration)),
                Check.every("OPS-03", "resources:ResourceGroup", "a budget warns somebody twice",
                        (group, all) -> hasBudget(all)));
    }

    /** Whether a diagnostic setting of this resource keeps some category of logs. */
    static boolean logsAreKept(Registration target, Recorded all) {
        return all.ofType("insights:DiagnosticSetting").all().stream()
                .filter(setting -> setting.input("resourceUri").asText().equalsIgnoreCase(target.id()))
                .filter(setting -> setting.input("workspaceId").isTextual())
                .flatMap(setting -> StreamSupport.stream(setting.input("logs").spliterator(), false))
                .anyMatch(log -> log.path("enabled").asBoolean());
    }

    private static boolean isTagged(Registration registration) {
        return !registration.input("tags.owner").asText().isBlank() && !registration.input("tags.costCenter").asText().isBlank();
    }

    private static boolean hasBudget(Recorded all) {
        return all.ofType("consumption:Budget").all().stream().anyMatch(budget -> {
            JsonNode notifications = budget.input("notifications");
            return notifications.size() >= 2
                    && StreamSupport.stream(notifications.spliterator(), false).allMatch(n -> n.path("contactEmails").size() > 0);
        });
    }
}
