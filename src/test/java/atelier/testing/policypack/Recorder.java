package atelier.testing.policypack;

import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** Keeps what the engine shows to a pack in one preview. */
public final class Recorder extends SilentAnalyzer {
    private final List<AnalyzeRequest> resources = Collections.synchronizedList(new ArrayList<>());
    private final List<AnalyzeStackRequest> stacks = Collections.synchronizedList(new ArrayList<>());

    public Recorder() {
        super("recorder");
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        resources.add(request);
        super.analyze(request, observer);
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        stacks.add(request);
        super.analyzeStack(request, observer);
    }

    /** The plan that the one preview since the start showed. */
    public RecordedPlan plan() {
        if (stacks.size() != 1) {
            throw new AssertionError("the engine showed " + stacks.size() + " stacks");
        }
        return new RecordedPlan(List.copyOf(resources), stacks.get(0));
    }
}
