package atelier.sandbox;

import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.cloud.InvalidWorld;
import atelier.sandbox.cloud.Machine;
import atelier.sandbox.http.ArmEndpoint;
import atelier.sandbox.http.CertificateStore;
import atelier.sandbox.http.Endpoint;
import atelier.sandbox.http.HostRouter;
import atelier.sandbox.http.MetadataEndpoint;
import atelier.sandbox.http.VaultEndpoint;
import atelier.sandbox.http.WebServer;
import atelier.sandbox.http.WireServerEndpoint;
import atelier.sandbox.signin.IdentityProviderProcess;
import atelier.sandbox.signin.SignInEndpoint;
import atelier.sandbox.token.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/**
 * The process that is Azure to a workstation and to {@code az}: Resource Manager, vaults and sign-in behind TLS, and the metadata
 * service of one machine. Its commands and arguments are in {@link Usage}.
 *
 * <p>It listens only where it is told to, prints one line when it does, and ends on SIGTERM. It reads the simulated cloud at every
 * request and changes it under its lock, so {@code sandbox/pulumi} may run beside it.
 */
public final class ArmApi {
    private ArmApi() {}

    public static void main(String[] args) throws InterruptedException {
        // Before the first request of the JDK's client, which reads it once: sign-in is handed on under Entra's name.
        System.setProperty(IdentityProviderProcess.HOST_MAY_BE_SET, "host");
        try {
            run(args);
        } catch (Usage.Mistake | InvalidWorld | UncheckedIOException told) {
            System.err.println("ArmApi: " + told.getMessage());
            System.exit(2);
        } catch (IOException unusable) {
            System.err.println("ArmApi: cannot listen or read: " + unusable.getMessage());
            System.exit(1);
        }
    }

    private static void run(String[] args) throws IOException, InterruptedException {
        Usage usage = Usage.read(List.of(args));
        Path directory = Path.of(usage.one(Usage.CLOUD));
        Cloud cloud = Cloud.open(directory, Path.of(usage.one(Usage.WORLD)));
        Tokens tokens = new Tokens(directory, cloud.subscription().tenantId(), Clock.systemUTC());
        if (usage.command().equals(Usage.TOKEN)) {
            System.out.println(new TokenCommand(cloud, tokens).token(usage));
            return;
        }
        List<WebServer> servers = start(usage, cloud, tokens);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            servers.forEach(WebServer::close);
            stopped.countDown();
        }));
        System.out.println("ready: the simulated Azure listens on port "
                + String.join(", ", servers.stream().map(server -> Integer.toString(server.port())).toList()));
        System.out.flush();
        stopped.await();
    }

    /** Every server that was asked for, in the order of the usage. */
    private static List<WebServer> start(Usage usage, Cloud cloud, Tokens tokens) throws IOException {
        List<WebServer> servers = new ArrayList<>();
        List<InetSocketAddress> encrypted = usage.addresses(Usage.HTTPS);
        if (!encrypted.isEmpty()) {
            SSLContext tls = KeyStoreFile.tls(Path.of(usage.one(Usage.KEYSTORE)), usage.keyStorePassword());
            Endpoint names = names(usage, cloud, tokens);
            for (InetSocketAddress address : encrypted) {
                servers.add(WebServer.encrypted(address, tls, names));
            }
        }
        for (InetSocketAddress address : usage.addresses(Usage.METADATA)) {
            servers.add(WebServer.plain(address, new MetadataEndpoint(cloud, machine(usage, cloud).id(), tokens)));
        }
        for (InetSocketAddress address : usage.addresses(Usage.WIRE_SERVER)) {
            servers.add(WebServer.plain(address, new WireServerEndpoint()));
        }
        return servers;
    }

    private static Endpoint names(Usage usage, Cloud cloud, Tokens tokens) {
        Path certificates = Path.of(usage.one(Usage.CLOUD)).resolve("certificates");
        HostRouter names = new HostRouter()
                .host("management.azure.com", new ArmEndpoint(cloud, tokens, Clock.systemUTC()))
                .domain(VaultEndpoint.DOMAIN, new VaultEndpoint(
                        cloud, tokens, new CertificateStore(certificates, usage.all(Usage.CERTIFICATE_HOST))));
        Optional<String> provider = usage.optional(Usage.IDENTITY_PROVIDER);
        return provider.isEmpty() ? names : names.host(
                SignInEndpoint.HOST, new SignInEndpoint(cloud, tokens, new IdentityProviderProcess(URI.create(provider.get()))));
    }

    private static Machine machine(Usage usage, Cloud cloud) {
        String name = usage.one(Usage.WORKSTATION);
        return cloud.machine(name).orElseThrow(() -> new Usage.Mistake(
                "--workstation is '" + name + "': allowed is the name of a deployed workstation or machine; "
                        + "`sandbox/pulumi stack output workstations` lists them"));
    }
}
