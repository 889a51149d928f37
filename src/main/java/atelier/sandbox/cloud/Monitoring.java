package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.ArmError.badRequest;
import static atelier.sandbox.cloud.ArmError.conflict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Log Analytics workspaces, Application Insights and diagnostic settings. */
final class Monitoring {
    static final String LOGS_TYPE = "Microsoft.OperationalInsights/workspaces";
    static final String INSIGHTS_TYPE = "microsoft.insights/components";
    static final String SETTING_TYPE = "Microsoft.Insights/diagnosticSettings";
    private static final Set<Integer> INSIGHTS_DAYS = Set.of(30, 60, 90, 120, 180, 270, 365, 550, 730);
    private static final int MOST_SETTINGS = 5;

    private Monitoring() {}

    static Stream<ResourceType> types() {
        return Stream.of(logs(), insights(), setting());
    }

    private static ResourceType logs() {
        return ResourceType.named(LOGS_TYPE)
                .nameLike(
                        "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]",
                        "InvalidResourceName",
                        "The workspace name {name} is invalid: 4 to 63 letters, digits and hyphens.")
                .regional()
                .checks(Monitoring::logRetention)
                .checks(Monitoring::dailyQuota)
                .answers(Monitoring::answerLogs);
    }

    private static ResourceType insights() {
        return ResourceType.named(INSIGHTS_TYPE)
                .regional()
                .refersTo(Reference.anywhere("properties.WorkspaceResourceId", LOGS_TYPE)
                        .orElse((put, id) ->
                                badRequest("WorkspaceNotFound", "Workspace %s was not found.".formatted(id))))
                .checks(Monitoring::hasWorkspace)
                .checks(Monitoring::insightsRetention)
                .checks(Monitoring::sampling)
                .answers(Monitoring::answerInsights);
    }

    private static ResourceType setting() {
        return ResourceType.named(SETTING_TYPE)
                .refersTo(sink("properties.workspaceId", LOGS_TYPE))
                .refersTo(sink("properties.storageAccountId", StorageAccounts.TYPE))
                .checks(Monitoring::hasSink)
                .checks(Monitoring::categoryOrGroup)
                .checks(Monitoring::noRetention)
                .checks(Monitoring::sinkIsNew)
                .checks(Monitoring::fewEnough)
                .answers(SystemData::answer);
    }

    private static Reference sink(String path, String type) {
        return Reference.anywhere(path, type).orElse((put, id) -> CommonRules.missing(id));
    }

    /** InvalidParameter, 400; from knowledge. */
    private static void logRetention(Put put) throws ArmError {
        if (put.at("properties.retentionInDays").number().filter(days -> days < 30 || days > 730).isPresent()) {
            throw badRequest("InvalidParameter", "'RetentionInDays' property doesn't match the SKU limits");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void dailyQuota(Put put) throws ArmError {
        if (put.at("properties.workspaceCapping.dailyQuotaGb")
                .decimal()
                .filter(quota -> quota < 0.023 && quota != -1)
                .isPresent()) {
            throw badRequest("BadRequest", "dailyQuotaGb must be -1 or at least 0.023.");
        }
    }

    /** BadRequest, 400: the classic mode is gone; from knowledge. */
    private static void hasWorkspace(Put put) throws ArmError {
        if (put.at("properties.WorkspaceResourceId").absent()) {
            throw badRequest("BadRequest", "Application Insights %s needs a workspace.".formatted(put.id().name()));
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void insightsRetention(Put put) throws ArmError {
        if (put.at("properties.RetentionInDays").number().filter(days -> !INSIGHTS_DAYS.contains(days)).isPresent()) {
            throw badRequest("BadRequest", "RetentionInDays must be one of 30, 60, 90, 120, 180, 270, 365, 550, 730.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void sampling(Put put) throws ArmError {
        if (put.at("properties.SamplingPercentage")
                .decimal()
                .filter(percent -> percent <= 0 || percent > 100)
                .isPresent()) {
            throw badRequest("BadRequest", "SamplingPercentage must be above 0 and at most 100.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void hasSink(Put put) throws ArmError {
        boolean none = Stream.of(
                        "workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "marketplacePartnerId")
                .allMatch(name -> put.at("properties." + name).absent());
        if (none) {
            throw badRequest("BadRequest", "At least one data sink needs to be specified.");
        }
    }

    private static List<Value> logEntries(Value body) {
        return body.each("properties.logs[]");
    }

    /** BadRequest, 400; from knowledge. */
    private static void categoryOrGroup(Put put) throws ArmError {
        List<Value> logs = logEntries(put.body());
        boolean both = logs.stream().anyMatch(log -> log.at("category").known() && log.at("categoryGroup").known());
        boolean mixed = logs.stream().anyMatch(log -> log.at("category").known())
                && logs.stream().anyMatch(log -> log.at("categoryGroup").known());
        boolean neither = logs.stream()
                .anyMatch(log ->
                        log.at("category").absent() && log.at("categoryGroup").absent());
        if (both || mixed || neither) {
            throw badRequest(
                    "BadRequest", "Log categories and category groups cannot be used together; each entry names one.");
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void noRetention(Put put) throws ArmError {
        List<Value> entries = Stream.concat(
                        logEntries(put.body()).stream(), put.body().each("properties.metrics[]").stream())
                .toList();
        if (entries.stream().anyMatch(entry -> entry.at("retentionPolicy.enabled").isTrue())) {
            throw badRequest("BadRequest", "Diagnostic settings no longer take a retention policy.");
        }
    }

    private static List<Resource> others(Put put) {
        ArmId about = put.id().scope().orElseThrow();
        return put.inventory().all(SETTING_TYPE).stream()
                .filter(other -> other.armId().scope().filter(about::same).isPresent() && !other.armId().same(put.id()))
                .toList();
    }

    /** Conflict, 409; from knowledge. */
    private static void sinkIsNew(Put put) throws ArmError {
        Optional<String> sink = put.at("properties.workspaceId").text();
        for (Resource other : others(put)) {
            Optional<String> shared = logEntries(put.body()).stream()
                    .flatMap(log -> Stream.of(log.at("category"), log.at("categoryGroup")))
                    .flatMap(name -> name.text().stream())
                    .filter(name -> logEntries(other.body()).stream()
                            .anyMatch(log -> log.at("category").is(name)
                                    || log.at("categoryGroup").is(name)))
                    .findFirst();
            if (sink.filter(id -> other.at("properties.workspaceId").is(id)).isPresent() && shared.isPresent()) {
                throw conflict(
                        "Conflict",
                        ("Data sink '%s' is already used in diagnostic setting '%s' for category '%s'. Data sinks"
                            + " can't be reused in different settings on the same category for the same resource.")
                                .formatted(sink.get(), other.armId().name(), shared.get()));
            }
        }
    }

    /** BadRequest, 400; from knowledge. */
    private static void fewEnough(Put put) throws ArmError {
        if (others(put).size() >= MOST_SETTINGS) {
            throw badRequest("BadRequest", "A resource has at most 5 diagnostic settings.");
        }
    }

    private static void answerLogs(Resource logs, Members body, Inventory inventory) {
        body.set("properties.customerId", Derived.guid(logs.armId(), "customerId"))
                .set("properties.provisioningState", "Succeeded")
                .set("properties.createdDate", logs.created())
                .set("properties.modifiedDate", logs.changed())
                .byDefault("properties.sku.name", "PerGB2018")
                .set("properties.sku.lastSkuUpdate", logs.created())
                .byDefault("properties.retentionInDays", 30)
                .byDefault("properties.workspaceCapping.dailyQuotaGb", -1)
                .set("properties.workspaceCapping.dataIngestionStatus", "RespectQuota")
                .byDefault("properties.publicNetworkAccessForIngestion", "Enabled")
                .byDefault("properties.publicNetworkAccessForQuery", "Enabled")
                .byDefault("properties.features.enableLogAccessUsingOnlyResourcePermissions", true);
    }

    /** The instrumentation key is an output in Azure too. All zeroes, it opens nothing and nobody takes it for a secret. */
    private static void answerInsights(Resource insights, Members body, Inventory inventory) {
        String key = "00000000-0000-0000-0000-000000000000";
        String appId = Derived.guid(insights.armId(), "appId");
        String endpoint = "https://" + insights.location() + "-0.in.applicationinsights.azure.com/";
        body.set("properties.InstrumentationKey", key)
                .set("properties.ConnectionString", "InstrumentationKey=" + key + ";IngestionEndpoint=" + endpoint)
                .set("properties.AppId", appId)
                .set("properties.ApplicationId", insights.armId().name())
                .set("properties.Name", insights.armId().name())
                .set("properties.CreationDate", insights.created())
                .set("properties.TenantId", insights.armId().subscription().orElse(""))
                .set("properties.provisioningState", "Succeeded")
                .byDefault("properties.RetentionInDays", 90)
                .byDefault("properties.IngestionMode", "LogAnalytics")
                .byDefault("properties.publicNetworkAccessForIngestion", "Enabled")
                .byDefault("properties.publicNetworkAccessForQuery", "Enabled");
    }
}
