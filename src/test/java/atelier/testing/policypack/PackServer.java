package atelier.testing.policypack;

import com.google.protobuf.Empty;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;

/** The real analyzer server of a nodejs pack, without an engine. */
public final class PackServer implements AutoCloseable {
    private final Process process;
    private final ManagedChannel channel;
    private final AnalyzerGrpc.AnalyzerBlockingStub analyzer;

    private PackServer(Process process, int port) {
        this.process = process;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        this.analyzer = AnalyzerGrpc.newBlockingStub(channel);
    }

    /** Starts it as the engine's language host does. */
    public static PackServer start(Path pack) {
        try {
            Process process = new ProcessBuilder("node", "node_modules/@pulumi/pulumi/cmd/run-policy-pack", "127.0.0.1:0", ".")
                    .directory(pack.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String port = process.inputReader().readLine();
            if (port == null) {
                throw new AssertionError("the pack in " + pack + " did not start");
            }
            return new PackServer(process, Integer.parseInt(port));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** What it says of a resource before that is created or changed. */
    public List<Finding> analyze(AnalyzeRequest request) {
        return Finding.all(analyzer.analyze(request));
    }

    /** What it says of the whole stack. */
    public List<Finding> analyzeStack(AnalyzeStackRequest request) {
        return Finding.all(analyzer.analyzeStack(request));
    }

    /** Ids of the rules that can refuse, as in {@code NET-01}. */
    public Set<String> mandatoryRules() {
        AnalyzerInfo info = analyzer.getAnalyzerInfo(Empty.getDefaultInstance());
        return info.getPoliciesList().stream()
                .filter(policy -> policy.getEnforcementLevel() == EnforcementLevel.MANDATORY)
                .map(PolicyInfo::getName)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.destroy();
    }
}
