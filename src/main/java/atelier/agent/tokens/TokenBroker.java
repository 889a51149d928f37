package atelier.agent.tokens;

import atelier.agent.machine.HttpClients;
import atelier.agent.machine.MachineFile;
import atelier.agent.machine.MetadataService;
import atelier.agent.machine.Patience;
import atelier.agent.machine.Pause;
import atelier.agent.machine.Settings;
import atelier.agent.server.AuditLog;
import atelier.agent.server.LoopbackServer;
import atelier.agent.server.RateLimit;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** The unit {@code tokens}: put together from what it needs, and started. */
public final class TokenBroker {
    /** Where users' programs find it. */
    public static final int PORT = 4182;

    // The metadata service's own limit is 20 a second:
    // https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service
    private static final int BURST = 40;
    private static final Duration EVERY = Duration.ofMillis(50);

    private TokenBroker() {}

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one; the audit lines then name no user
     * @param out receives the audit lines
     * @param errors receives what went wrong
     */
    public static LoopbackServer start(int port, Settings settings, Clock clock, PrintStream out, PrintStream errors)
            throws IOException {
        MachineFile machine = new MachineFile(settings.document(), errors::println);
        MetadataService metadata = new MetadataService(
                settings.metadata(), HttpClients.local(), clock, Patience.NONE, Pause.REAL);
        Broker broker = new Broker(
                Audiences.load(),
                () -> machine.current().identities().notebook(),
                metadata::token,
                LocalConnections.ofThisMachine(port),
                new RateLimit(clock, BURST, EVERY),
                new AuditLog(out, clock, "tokens"),
                clock);
        return LoopbackServer.start(port, broker, errors);
    }
}
