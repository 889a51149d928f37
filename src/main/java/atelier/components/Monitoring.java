package atelier.components;

import atelier.naming.Tags;
import com.pulumi.azurenative.insights.Component;
import com.pulumi.azurenative.insights.ComponentArgs;
import com.pulumi.azurenative.operationalinsights.Workspace;
import com.pulumi.azurenative.operationalinsights.WorkspaceArgs;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceFeaturesArgs;
import com.pulumi.azurenative.operationalinsights.inputs.WorkspaceSkuArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** Where logs and telemetry go: a Log Analytics workspace and the Application Insights that writes into it. */
public final class Monitoring extends ComponentResource {
    /** Days for which logs can be queried: the shortest time that the policy pack accepts. */
    static final int RETENTION_DAYS = 90;

    private final Workspace logs;
    private final Component insights;

    public record Args(Site site, ResourceGroups groups) {}

    public Monitoring(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Monitoring", name, options);
        this.logs = logs(name, args);
        this.insights = insights(name, args);
        registerOutputs(Map.of("logsId", logs.id(), "insightsId", insights.id()));
    }

    /** The Log Analytics workspace's ARM id. */
    public Output<String> logsId() {
        return logs.id();
    }

    /** The Application Insights component's ARM id. */
    public Output<String> insightsId() {
        return insights.id();
    }

    private Workspace logs(String name, Args args) {
        return new Workspace(
                name + "-logs",
                WorkspaceArgs.builder()
                        .workspaceName(args.site().names().logAnalytics())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .sku(WorkspaceSkuArgs.builder().name("PerGB2018").build())
                        .retentionInDays(RETENTION_DAYS)
                        .features(WorkspaceFeaturesArgs.builder()
                                .disableLocalAuth(true)
                                .enableLogAccessUsingOnlyResourcePermissions(true)
                                .build())
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                ChildOptions.of(this));
    }

    private Component insights(String name, Args args) {
        return new Component(
                name + "-insights",
                ComponentArgs.builder()
                        .resourceName(args.site().names().applicationInsights())
                        .resourceGroupName(args.groups().dataName())
                        .location(args.site().region().name())
                        .kind("web")
                        .applicationType("web")
                        .ingestionMode("LogAnalytics")
                        .workspaceResourceId(logs.id())
                        .disableLocalAuth(true)
                        .tags(Tags.shared(args.site().team()))
                        .build(),
                // No password, because local authentication is off; it still does not belong into a state that many can read.
                ChildOptions.secretiveOf(this, "connectionString", "instrumentationKey"));
    }
}
