package atelier.testing.policypack;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureResponse;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.Plugin.PluginInfo;

/** A pack that has nothing to say; what extends it listens or changes something. */
abstract class SilentAnalyzer extends AnalyzerGrpc.AnalyzerImplBase {
    private static final String VERSION = "1.0.0";

    private final String name;

    SilentAnalyzer(String name) {
        this.name = name;
    }

    @Override
    public void getAnalyzerInfo(Empty request, StreamObserver<AnalyzerInfo> observer) {
        answer(observer, AnalyzerInfo.newBuilder().setName(name).setVersion(VERSION).setSupportsConfig(true).build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        answer(observer, PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void configure(ConfigureAnalyzerRequest request, StreamObserver<Empty> observer) {
        answer(observer, Empty.getDefaultInstance());
    }

    @Override
    public void configureStack(
            AnalyzerStackConfigureRequest request, StreamObserver<AnalyzerStackConfigureResponse> observer) {
        answer(observer, AnalyzerStackConfigureResponse.getDefaultInstance());
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        answer(observer, RemediateResponse.getDefaultInstance());
    }

    @Override
    public void analyze(AnalyzeRequest request, StreamObserver<AnalyzeResponse> observer) {
        answer(observer, AnalyzeResponse.getDefaultInstance());
    }

    @Override
    public void analyzeStack(AnalyzeStackRequest request, StreamObserver<AnalyzeResponse> observer) {
        answer(observer, AnalyzeResponse.getDefaultInstance());
    }

    static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
