package atelier.testing.policypack;

import atelier.testing.engine.Launcher;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A policy pack that runs inside the test: the executable that the engine starts only says where the test listens. */
public final class HostedPack implements AutoCloseable {
    private static final int LARGEST_MESSAGE = 64 << 20;

    private final Server server;
    private final Path executable;

    private HostedPack(Server server, Path executable) {
        this.server = server;
        this.executable = executable;
    }

    /** @param folder of its own, which need not exist yet */
    public static HostedPack start(Path folder, SilentAnalyzer analyzer) {
        try {
            Server server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                    .maxInboundMessageSize(LARGEST_MESSAGE)
                    .addService(analyzer)
                    .build()
                    .start();
            Files.createDirectories(folder);
            Files.copy(Launcher.CHECKOUT.resolve("policy/PulumiPolicy.yaml"), folder.resolve("PulumiPolicy.yaml"));
            Path executable = folder.resolve("policy-pack");
            Files.writeString(executable, "#!/bin/sh\necho " + server.getPort() + "\nexec tail -f /dev/null\n");
            Files.setPosixFilePermissions(executable, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new HostedPack(server, executable);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** What to name in {@code --policy-pack}. */
    public String path() {
        return executable.toString();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
