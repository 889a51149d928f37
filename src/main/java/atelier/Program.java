package atelier;

import atelier.catalog.Catalog;
import atelier.components.Site;
import atelier.components.Workstation;
import atelier.config.ConfigReader;
import atelier.config.InvalidConfig;
import atelier.config.Report;
import atelier.model.Problem;
import atelier.model.Spec;
import atelier.naming.Names;
import atelier.outputs.StackOutputs;
import atelier.preflight.CostEstimate;
import atelier.preflight.Notes;
import atelier.preflight.Preflight;
import atelier.preflight.QuotaLedgers;
import com.pulumi.Context;
import com.pulumi.azurenative.authorization.AuthorizationFunctions;
import com.pulumi.core.Output;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** The whole stack, from the configuration to the outputs. */
public final class Program {
    private Program() {}

    /** Reads the configuration, judges it, and declares the stack only if nothing is wrong with it. */
    static void run(Context context) {
        Catalog catalog = Catalog.load();
        Spec spec;
        try {
            spec = ConfigReader.fromEnvironmentJson(
                    environment("PULUMI_CONFIG", "{}"), environment("PULUMI_CONFIG_SECRET_KEYS", "[]"));
        } catch (InvalidConfig invalid) {
            context.log().error(invalid.getMessage());
            return;
        }
        List<Problem> problems = Preflight.judge(spec, catalog);
        if (!problems.isEmpty()) {
            context.log().error(Report.of(problems));
            return;
        }
        Notes.of(spec, catalog).forEach(context.log()::info);
        try {
            build(context, spec);
        } catch (CompletionException refused) {
            context.log().error(notSignedIn(refused.getCause()));
        }
    }

    /** Declares everything that an accepted specification asks for. */
    public static void build(Context context, Spec spec) {
        build(context, spec, Clock.systemUTC());
    }

    /** @param clock tells in which month the budget starts; nothing else looks at it */
    public static void build(Context context, Spec spec, Clock clock) {
        Catalog catalog = Catalog.load();
        Site site = site(spec);

        Foundation foundation = Foundation.declare(site, spec, clock);
        foundation.clusters(spec, catalog);
        List<Workstation> workstations = foundation.workstations(spec, catalog);

        new StackOutputs(spec, QuotaLedgers.of(spec, catalog), CostEstimate.of(spec, catalog), foundation.outputs(workstations))
                .export(context);
    }

    // The first thing that is asked of Azure, and the only one that fails before a resource is named in the message.
    private static String notSignedIn(Throwable refused) {
        return "Azure does not say which subscription this is for; nothing was changed.\n"
                + refused.getMessage().replaceFirst("^[A-Z_]+: .* returned an error: ", "")
                + "\nSign in with `az login`, choose with `az account set --subscription NAME`, and run this again.";
    }

    private static Site site(Spec spec) {
        return new Site(
                Names.of(spec.team(), spec.access().tenantId(), spec.region()),
                spec.team(),
                spec.region(),
                spec.access().tenantId(),
                Output.of(AuthorizationFunctions.getClientConfigPlain().join().subscriptionId()));
    }

    // The engine sets neither variable for a stack without configuration.
    private static String environment(String variable, String otherwise) {
        return Optional.ofNullable(System.getenv(variable)).orElse(otherwise);
    }
}
