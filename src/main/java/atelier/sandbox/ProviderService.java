package atelier.sandbox;

import atelier.sandbox.azurenative.AzureNative;
import atelier.sandbox.azurenative.Checked;
import atelier.sandbox.azurenative.Invoked;
import atelier.sandbox.azurenative.Plan;
import atelier.sandbox.azurenative.Refusal;
import atelier.sandbox.azurenative.Resource;
import atelier.sandbox.azurenative.Urn;
import atelier.sandbox.cloud.InvalidWorld;
import atelier.sandbox.schema.UnknownType;
import atelier.sandbox.wire.Wire;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/**
 * The engine's protocol for providers, as azure-native 2.10.0 answers it.
 *
 * <p>Like azure-native it does not take secrets: the engine hands it plain values and marks the outputs again.
 *
 * @see <a href="https://github.com/pulumi/pulumi/blob/v3.259.0/proto/pulumi/provider.proto">provider.proto</a>
 */
final class ProviderService extends ResourceProviderImplBase {
    static final String VERSION = "2.10.0";

    private final Function<Optional<String>, AzureNative> provider;
    private final Runnable stop;
    private volatile AzureNative configured;

    /**
     * A service that waits to be configured.
     *
     * @param provider makes a provider for the configured location
     * @param stop what to do when the engine wants to end
     */
    ProviderService(Function<Optional<String>, AzureNative> provider, Runnable stop) {
        this.provider = provider;
        this.stop = stop;
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> observer) {
        answer(observer, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> observer) {
        answer(observer, () -> CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> observer) {
        answer(observer, () -> DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build());
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> observer) {
        answer(observer, () -> {
            configured = provider.apply(Optional.ofNullable(Wire.read(request.getArgs()).path("location").textValue()));
            return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> observer) {
        answer(observer, () -> {
            ObjectNode olds = Wire.read(request.getOlds());
            Checked checked = azure().check(new Urn(request.getUrn()), olds, Wire.read(request.getNews()));
            CheckResponse.Builder response = CheckResponse.newBuilder().setInputs(Wire.write(checked.inputs()));
            checked.failures().forEach(reason -> response.addFailures(failure(reason)));
            return response.build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> observer) {
        answer(observer, () -> {
            Resource old = old(request.getId(), request.getOlds(), request.hasOldInputs(), request.getOldInputs());
            Plan plan = azure().diff(new Urn(request.getUrn()), old, Wire.read(request.getNews()));
            return DetailedDiff.of(plan);
        });
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> observer) {
        answer(observer, () -> {
            Urn urn = new Urn(request.getUrn());
            ObjectNode inputs = Wire.read(request.getProperties());
            if (request.getPreview()) {
                Resource preview = azure().previewCreate(urn, inputs);
                return CreateResponse.newBuilder().setProperties(Wire.write(preview.outputs())).build();
            }
            Resource created = azure().create(urn, inputs);
            return CreateResponse.newBuilder().setId(created.id()).setProperties(Wire.write(created.state())).build();
        });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> observer) {
        answer(observer, () -> {
            Urn urn = new Urn(request.getUrn());
            ObjectNode inputs = Wire.read(request.getNews());
            Resource old = old(request.getId(), request.getOlds(), request.hasOldInputs(), request.getOldInputs());
            ObjectNode state = request.getPreview() ? azure().previewUpdate(urn, old, inputs).outputs()
                    : azure().update(urn, request.getId(), inputs).state();
            return UpdateResponse.newBuilder().setProperties(Wire.write(state)).build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> observer) {
        answer(observer, () -> {
            Resource old = old(request.getId(), request.getProperties(), request.hasInputs(), request.getInputs());
            Optional<Resource> found = azure().read(new Urn(request.getUrn()), old);
            return found.map(now -> ReadResponse.newBuilder().setId(now.id()).setInputs(Wire.write(now.inputs()))
                    .setProperties(Wire.write(now.state())).build()).orElse(ReadResponse.getDefaultInstance());
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> observer) {
        answer(observer, () -> {
            azure().delete(new Urn(request.getUrn()), request.getId());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> observer) {
        answer(observer, () -> {
            Invoked invoked = azure().invoke(request.getTok(), Wire.read(request.getArgs()));
            InvokeResponse.Builder response = InvokeResponse.newBuilder().setReturn(Wire.write(invoked.result()));
            invoked.failures().forEach(reason -> response.addFailures(failure(reason)));
            return response.build();
        });
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> observer) {
        answer(observer, Empty::getDefaultInstance);
        stop.run();
    }

    private AzureNative azure() {
        if (configured == null) {
            throw Status.FAILED_PRECONDITION.withDescription("the engine has not configured the provider").asRuntimeException();
        }
        return configured;
    }

    // Engines that know the old inputs send them; in the state they are the program's inputs of the last update.
    private static Resource old(String id, Struct state, boolean hasInputs, Struct inputs) {
        Resource kept = Resource.of(id, Wire.read(state));
        return hasInputs && inputs.getFieldsCount() > 0 ? new Resource(id, Wire.read(inputs), kept.outputs()) : kept;
    }

    private static CheckFailure failure(String reason) {
        return CheckFailure.newBuilder().setReason(reason).build();
    }

    private static <T> void answer(StreamObserver<T> observer, Supplier<T> operation) {
        T result;
        try {
            result = operation.get();
        } catch (Refusal | UnknownType | InvalidWorld | UncheckedIOException refused) {
            observer.onError(Status.UNKNOWN.withDescription(refused.getMessage()).asRuntimeException());
            return;
        } catch (StatusRuntimeException told) {
            observer.onError(told);
            return;
        } catch (RuntimeException | Error defect) {
            defect.printStackTrace();
            observer.onError(Status.INTERNAL.withDescription("the sandbox has a defect: " + defect).asRuntimeException());
            return;
        }
        observer.onNext(result);
        observer.onCompleted();
    }
}
