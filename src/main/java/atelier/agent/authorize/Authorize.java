package atelier.agent.authorize;

import atelier.agent.machine.AccessToken;
import atelier.agent.machine.DocumentUnavailable;
import atelier.agent.machine.HttpClients;
import atelier.agent.machine.MachineFile;
import atelier.agent.machine.MetadataService;
import atelier.agent.machine.Patience;
import atelier.agent.machine.Pause;
import atelier.agent.machine.ResourceManager;
import atelier.agent.machine.Settings;
import atelier.agent.server.AuditLog;
import atelier.agent.server.LoopbackServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The unit {@code authorize}: put together from what it needs, and started. */
public final class Authorize {
    /** Where nginx finds it. */
    public static final int PORT = 4181;

    /** Beside the document; a unit of root's sees it change and ends the connections. */
    private static final String REQUEST = "authorize/disconnect";

    private Authorize() {}

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one
     * @param out receives the audit lines
     * @param errors receives what went wrong
     */
    public static LoopbackServer start(int port, Settings settings, Clock clock, PrintStream out, PrintStream errors)
            throws IOException {
        MachineFile machine = new MachineFile(settings.document(), errors::println);
        HttpClient local = HttpClients.local();
        MetadataService metadata = new MetadataService(
                settings.metadata(), local, clock, Patience.SHORT, Pause.REAL);
        ResourceManager azure = new ResourceManager(
                settings.resourceManager(),
                HttpClients.remote(),
                () -> agentToken(metadata, machine),
                Patience.SHORT,
                Pause.REAL);
        Gate gate = new Gate(machine::current, new KnownRights(new AzureRoles(azure, clock), clock, errors::println));
        AuditLog audit = new AuditLog(out, clock, "authorize");
        Path request = settings.document().resolveSibling(REQUEST);
        Admitted admitted = new Admitted(gate, () -> Files.writeString(request, clock.instant() + "\n"), audit, errors::println);
        Door door = new Door(
                new SignIn(settings.signIn(), local), admitted, new RefusalPage(machine::current), audit, errors::println);
        LoopbackServer server = LoopbackServer.start(port, door, errors);
        reviewer().scheduleWithFixedDelay(() -> review(admitted, errors), 1, 1, TimeUnit.MINUTES);
        return server;
    }

    private static ScheduledExecutorService reviewer() {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reviewer");
            thread.setDaemon(true);
            return thread;
        });
    }

    // A timer forgets a task that throws; the next minute's review must come.
    private static void review(Admitted admitted, PrintStream errors) {
        try {
            admitted.review();
        } catch (RuntimeException defect) {
            defect.printStackTrace(errors);
        }
    }

    private static AccessToken agentToken(MetadataService metadata, MachineFile machine) throws IOException {
        try {
            return metadata.token(ResourceManager.AUDIENCE, machine.current().identities().agent());
        } catch (DocumentUnavailable unknown) {
            throw new IOException(unknown.getMessage(), unknown);
        }
    }
}
