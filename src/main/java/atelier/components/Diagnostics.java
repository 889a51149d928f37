package atelier.components;

import com.pulumi.azurenative.insights.DiagnosticSetting;
import com.pulumi.azurenative.insights.DiagnosticSettingArgs;
import com.pulumi.azurenative.insights.inputs.LogSettingsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.Map;

/** Who did what with the team's data: the logs of workspace, vault, registry and files, sent to Log Analytics. */
public final class Diagnostics extends ComponentResource {
    public record Args(
            Site site, Monitoring monitoring, Workspace workspace, Vault vault, ContainerRegistry registry, UserFiles files) {}

    public Diagnostics(String name, Args args, ComponentResourceOptions options) {
        super("atelier:components:Diagnostics", name, options);
        setting(name + "-workspace", args.workspace().id(), args);
        setting(name + "-vault", args.vault().id(), args);
        setting(name + "-registry", args.registry().id(), args);
        setting(name + "-file-service", args.files().fileServiceId(), args);
        setting(name + "-blob-service", args.files().blobServiceId(), args);
        registerOutputs(Map.of());
    }

    private void setting(String name, Output<String> resourceId, Args args) {
        new DiagnosticSetting(
                name,
                DiagnosticSettingArgs.builder()
                        .name(args.site().names().diagnosticSetting())
                        .resourceUri(resourceId)
                        .workspaceId(args.monitoring().logsId())
                        .logs(LogSettingsArgs.builder()
                                .categoryGroup("allLogs")
                                .enabled(true)
                                .build())
                        .build(),
                ChildOptions.of(this));
    }
}
