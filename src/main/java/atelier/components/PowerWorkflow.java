package atelier.components;

import atelier.model.Schedule;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a power schedule's Logic App does, in the workflow definition language: two recurrences start a run, and the name of the
 * one that did says whether the machine is started or deallocated.
 * https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-definition-language
 *
 * @param timeZone Windows name
 * @param machine ARM id of the virtual machine
 * @param identityId ARM id of the identity that calls Azure
 */
record PowerWorkflow(Schedule.Weekly weekly, String timeZone, String machine, String identityId) {
    private static final String SCHEMA =
            "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#";
    private static final String AZURE = "https://management.azure.com";
    private static final String AUDIENCE = AZURE + "/";
    private static final String COMPUTE_API = "2023-03-01";

    /** Without a start time in the past a recurrence runs once as soon as it is saved, whatever its days and hours. */
    private static final String IN_THE_PAST = "2026-01-01T00:00:00";

    Map<String, Object> definition() {
        return Map.of(
                "$schema", SCHEMA,
                "contentVersion", "1.0.0.0",
                "triggers", Map.of("start", recurrence(weekly.start()), "stop", recurrence(weekly.stop())),
                "actions", Map.of("which", branch()),
                "outputs", Map.of());
    }

    private Map<String, Object> recurrence(LocalTime time) {
        List<String> days = weekly.days().stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .toList();
        return Map.of(
                "type", "Recurrence",
                "recurrence", Map.of(
                        "frequency", "Week",
                        "interval", 1,
                        "startTime", IN_THE_PAST,
                        "timeZone", timeZone,
                        "schedule", Map.of(
                                "weekDays", days,
                                "hours", List.of(time.getHour()),
                                "minutes", List.of(time.getMinute()))));
    }

    private Map<String, Object> branch() {
        return Map.of(
                "type", "If",
                "expression", Map.of("equals", List.of("@trigger()?['name']", "start")),
                "actions", Map.of("start_machine", call("start")),
                "else", Map.of("actions", Map.of("deallocate_machine", call("deallocate"))),
                "runAfter", Map.of());
    }

    // Azure answers 202 and works on; how that ends is in the machine's activity log, and waiting for it would change nothing.
    private Map<String, Object> call(String operation) {
        return Map.of(
                "type", "Http",
                "inputs", Map.of(
                        "method", "POST",
                        "uri", AZURE + machine + "/" + operation + "?api-version=" + COMPUTE_API,
                        "authentication", Map.of(
                                "type", "ManagedServiceIdentity", "identity", identityId, "audience", AUDIENCE)),
                "operationOptions", "DisableAsyncPattern",
                "runAfter", Map.of());
    }
}
