package atelier.agent.watch;

import atelier.agent.machine.AccessToken;
import atelier.agent.machine.HttpClients;
import atelier.agent.machine.MetadataService;
import atelier.agent.machine.Patience;
import atelier.agent.machine.Pause;
import atelier.agent.machine.ResourceManager;
import atelier.agent.machine.Settings;
import atelier.agent.server.AuditLog;
import atelier.agent.server.LoopbackServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The unit {@code watch}: put together from what it needs, and started. */
public final class WatchUnit implements AutoCloseable {
    /** Where nginx finds it. */
    public static final int PORT = 4183;

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final String DEALLOCATE = "/deallocate?api-version=2023-03-01";

    private final LoopbackServer server;
    private final ScheduledExecutorService timer;

    private WatchUnit(LoopbackServer server, ScheduledExecutorService timer) {
        this.server = server;
        this.timer = timer;
    }

    /**
     * Starts to watch and to serve.
     *
     * @param out receives the decisions
     * @param errors receives what went wrong
     * @throws IOException if the port is taken, or the workstation is incomplete
     */
    public static WatchUnit start(int port, Settings settings, Clock clock, PrintStream out, PrintStream errors)
            throws IOException {
        return start(port, settings, Places.system(), Programs.system(), clock, out, errors);
    }

    static WatchUnit start(
            int port, Settings settings, Places places, Programs programs, Clock clock, PrintStream out, PrintStream errors)
            throws IOException {
        MetadataService metadata =
                new MetadataService(settings.metadata(), HttpClients.local(), clock, Patience.SHORT, Pause.REAL);
        AuditLog log = new AuditLog(out, clock, "watch");
        DocumentSource documents = new DocumentSource(
                metadata::userData, places.document(), places.documentInForce(), log);
        ResourceManager azure = new ResourceManager(
                settings.resourceManager(),
                HttpClients.remote(),
                () -> token(metadata, documents),
                Patience.LONG,
                Pause.REAL);
        Watch watch = new Assembly(places, programs, clock, Pause.REAL, log, errors)
                .watch(documents, machine -> azure.post(machine.id() + DEALLOCATE));
        LoopbackServer server = LoopbackServer.start(port, new WatchApi(watch), errors);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        timer.scheduleWithFixedDelay(() -> tick(watch, errors), 0, EVERY.toSeconds(), TimeUnit.SECONDS);
        return new WatchUnit(server, timer);
    }

    /** Where it serves. */
    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.close();
    }

    private static AccessToken token(MetadataService metadata, DocumentSource documents) throws IOException {
        String agent = documents.current()
                .orElseThrow(() -> new IOException("the machine's document is unknown"))
                .identities()
                .agent();
        return metadata.token(ResourceManager.AUDIENCE, agent);
    }

    // A timer forgets a task that throws; the watch must go on.
    private static void tick(Watch watch, PrintStream errors) {
        try {
            watch.tick();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            defect.printStackTrace(errors);
        }
    }
}
