package atelier.sandbox;

import atelier.sandbox.azurenative.AzureNative;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.schema.Schema;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The plugin process that the engine starts as {@code pulumi-resource-azure-native}.
 *
 * <p>The first and only line on standard output is the port. It listens on loopback only and ends when the engine cancels,
 * interrupts it or ends itself. The directory of the simulated Azure is in the environment variable ATELIER_SANDBOX_DIR.
 */
public final class Provider {
    private static final String DIRECTORY = "ATELIER_SANDBOX_DIR";
    // The engine's state and bodies of large networks fit well below this.
    private static final int MAX_MESSAGE_BYTES = 64 << 20;
    private static final long GRACE_SECONDS = 4;

    private Provider() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Server server = start(new ProviderService(Provider::open, Provider::stopSoon));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> finish(server)));
        ProcessHandle.current().parent().ifPresent(engine -> engine.onExit().thenRun(Provider::stopSoon));
        System.out.println(server.getPort());
        System.out.flush();
        server.awaitTermination();
    }

    /** Serves on a free loopback port. */
    static Server start(ProviderService service) throws IOException {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(MAX_MESSAGE_BYTES)
                .addService(service)
                .build()
                .start();
    }

    private static AzureNative open(Optional<String> location) {
        String directory = System.getenv(DIRECTORY);
        if (directory == null || directory.isBlank()) {
            throw Status.FAILED_PRECONDITION.withDescription(DIRECTORY + " is not set; it names the directory of the simulated "
                    + "Azure, and sandbox/pulumi sets it").asRuntimeException();
        }
        return new AzureNative(Schema.load(), Cloud.open(Path.of(directory)), location);
    }

    // Not on the caller's thread: the answer to the engine has to leave first, and the shutdown hook waits for it.
    private static void stopSoon() {
        new Thread(() -> System.exit(0), "stop").start();
    }

    private static void finish(Server server) {
        try {
            if (!server.shutdown().awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException now) {
            server.shutdownNow();
        }
    }
}
