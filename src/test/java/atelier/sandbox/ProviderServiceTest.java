package atelier.sandbox;

import static atelier.sandbox.TestJson.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.sandbox.azurenative.AzureNative;
import atelier.sandbox.cloud.Cloud;
import atelier.sandbox.schema.Schema;
import atelier.sandbox.wire.Sentinel;
import atelier.sandbox.wire.Wire;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.PropertyDiff;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

/** The protocol over a real connection, as the engine uses it. */
class ProviderServiceTest {
    private static final String GROUP = "urn:pulumi:dev::test::azure-native:resources:ResourceGroup::g";
    private static final String DISK = "urn:pulumi:dev::test::atelier:index:Workstation$azure-native:compute:Disk::d";
    private static final Schema SCHEMA = Schema.load();
    @TempDir
    Path directory;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Server server;
    private ManagedChannel channel;
    private ResourceProviderBlockingStub engine;

    @BeforeEach
    void start() throws Exception {
        Cloud cloud = Cloud.open(directory, Path.of("sandbox/azure.yaml"));
        server = Provider.start(new ProviderService(location -> new AzureNative(SCHEMA, cloud, location), stopped::countDown));
        channel = NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", server.getPort())).usePlaintext().build();
        engine = ResourceProviderGrpc.newBlockingStub(channel);
    }

    @AfterEach
    void stop() throws Exception {
        channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    }

    private void configure() {
        engine.configure(ConfigureRequest.newBuilder().setArgs(Wire.write(json("{location: 'westeurope'}"))).build());
    }

    private CreateResponse create(String urn, ObjectNode inputs) {
        return engine.create(CreateRequest.newBuilder().setUrn(urn).setProperties(Wire.write(inputs)).build());
    }

    private static ObjectNode disk() {
        return json("{resourceGroupName: 'g', diskName: 'd', location: 'westeurope', creationData: {createOption: 'Empty'}, "
                + "diskSizeGB: 64}");
    }

    @Test
    void answersAsAzureNativeOfThisVersion() {
        assertEquals("2.10.0", engine.getPluginInfo(Empty.getDefaultInstance()).getVersion());
    }

    @Test
    void takesNoSecretsAndSupportsPreviews() {
        assertEquals(ConfigureResponse.newBuilder().setSupportsPreview(true).build(),
                engine.configure(ConfigureRequest.newBuilder().setAcceptSecrets(true).build()));
    }

    @Test
    void doesNotImplementTheHandshake() {
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class,
                () -> engine.handshake(ProviderHandshakeRequest.getDefaultInstance()));
        assertEquals(Status.Code.UNIMPLEMENTED, refusal.getStatus().getCode());
    }

    @Test
    void echoesItsConfiguration() {
        Struct config = Wire.write(json("{location: 'westeurope'}"));
        assertEquals(config, engine.checkConfig(CheckRequest.newBuilder().setNews(config).build()).getInputs());
    }

    @Test
    void worksOnlyOnceItIsConfigured() {
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class,
                () -> engine.check(CheckRequest.newBuilder().setUrn(GROUP).build()));
        assertEquals(Status.Code.FAILED_PRECONDITION, refusal.getStatus().getCode());
    }

    @Test
    void checksWithAllFailuresAtOnce() {
        configure();
        List<CheckFailure> failures = engine.check(CheckRequest.newBuilder().setUrn(DISK)
                .setNews(Wire.write(json("{diskSize: 64, creationData: {createOption: 'empty'}}"))).build()).getFailuresList();
        assertEquals(3, failures.size());
        assertEquals("missing required property 'resourceGroupName'", failures.get(1).getReason());
        assertEquals("", failures.get(1).getProperty());
    }

    @Test
    void takesTheLocationFromItsConfiguration() {
        configure();
        Struct inputs = engine.check(CheckRequest.newBuilder().setUrn(GROUP).setNews(Wire.write(json("{}"))).build()).getInputs();
        assertEquals("westeurope", inputs.getFieldsOrThrow("location").getStringValue());
    }

    @Test
    void takesAResourceFromCreationToDeletion() {
        configure();
        create(GROUP, json("{resourceGroupName: 'g', location: 'westeurope'}"));
        CreateResponse created = create(DISK, disk());
        assertTrue(created.getId().endsWith("/resourceGroups/g/providers/Microsoft.Compute/disks/d"), created.getId());

        ObjectNode larger = disk().put("diskSizeGB", 128);
        DiffResponse diff = engine.diff(DiffRequest.newBuilder().setUrn(DISK).setId(created.getId())
                .setOlds(created.getProperties())
                .setNews(Wire.write(larger)).build());
        assertEquals(DiffResponse.DiffChanges.DIFF_SOME, diff.getChanges());
        assertEquals(PropertyDiff.newBuilder().setKind(PropertyDiff.Kind.UPDATE).setInputDiff(true).build(),
                diff.getDetailedDiffMap().get("diskSizeGB"));
        assertEquals(List.of(), List.copyOf(diff.getReplacesList()));

        Struct updated = engine.update(UpdateRequest.newBuilder().setUrn(DISK).setId(created.getId())
                .setOlds(created.getProperties())
                .setNews(Wire.write(larger)).build()).getProperties();
        assertEquals(128.0, updated.getFieldsOrThrow("diskSizeGB").getNumberValue());

        ReadResponse read = engine.read(ReadRequest.newBuilder().setUrn(DISK).setId(created.getId()).setProperties(updated)
                .setInputs(Wire.write(larger)).build());
        assertEquals(updated, read.getProperties());
        assertEquals(Wire.write(larger), read.getInputs());

        engine.delete(DeleteRequest.newBuilder().setUrn(DISK).setId(created.getId()).build());
        assertEquals(ReadResponse.getDefaultInstance(), engine.read(ReadRequest.newBuilder().setUrn(DISK).setId(created.getId())
                .build()));
    }

    @Test
    void saysWhichChangesReplace() {
        configure();
        Struct olds = Wire.write(disk());
        DiffResponse diff = engine.diff(DiffRequest.newBuilder().setUrn(DISK).setOldInputs(olds)
                .setNews(Wire.write(disk().put("diskName", "e"))).build());
        assertEquals(List.of("diskName"), List.copyOf(diff.getReplacesList()));
        assertEquals(PropertyDiff.Kind.UPDATE_REPLACE, diff.getDetailedDiffMap().get("diskName").getKind());
        assertTrue(diff.getDeleteBeforeReplace());
        assertEquals(DiffResponse.DiffChanges.DIFF_NONE,
                engine.diff(DiffRequest.newBuilder().setUrn(DISK).setOldInputs(olds).setNews(olds).build()).getChanges());
    }

    @Test
    void previewsWithoutAnIdAndWithoutATrace() {
        configure();
        CreateResponse preview = engine.create(CreateRequest.newBuilder().setUrn(GROUP).setPreview(true)
                .setProperties(Wire.write(json("{resourceGroupName: 'g', location: 'westeurope'}"))).build());
        assertEquals("", preview.getId());
        assertEquals(Sentinel.UNKNOWN, preview.getProperties().getFieldsOrThrow("name").getStringValue());
        assertEquals("westeurope", preview.getProperties().getFieldsOrThrow("location").getStringValue());
        assertFalse(create(GROUP, json("{resourceGroupName: 'g', location: 'westeurope'}")).getId().isEmpty());
    }

    @Test
    void showsARefusalWithoutAStackTrace() {
        configure();
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, () -> create(DISK, disk()));
        assertEquals("Status=404 Code=\"ResourceGroupNotFound\" Message=\"Resource group 'g' could not be found.\"",
                refusal.getStatus().getDescription());
    }

    @Test
    void showsADamagedStoreAsWhatItIs() throws Exception {
        configure();
        Files.writeString(directory.resolve("cloud.json"), "{");
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class, () -> create(DISK, disk()));
        assertEquals(directory.toRealPath().resolve("cloud.json") + " is damaged; delete it to start with an empty cloud",
                refusal.getStatus().getDescription());
    }

    @Test
    void showsAMissingAzureYamlAsWhatItIs() throws Exception {
        Path missing = directory.resolve("no-azure.yaml");
        Server other = Provider.start(new ProviderService(
                location -> new AzureNative(SCHEMA, Cloud.open(directory, missing), location), stopped::countDown));
        ManagedChannel line = NettyChannelBuilder.forAddress("127.0.0.1", other.getPort()).usePlaintext().build();
        try {
            StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class,
                    () -> ResourceProviderGrpc.newBlockingStub(line).configure(ConfigureRequest.getDefaultInstance()));
            assertEquals("there is no file " + missing + ", which should describe the simulated Azure",
                    refusal.getStatus().getDescription());
        } finally {
            line.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            other.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void callsADefectADefect() {
        configure();
        StatusRuntimeException defect = assertThrows(StatusRuntimeException.class, () -> create("no-urn", json("{}")));
        assertEquals(Status.Code.INTERNAL, defect.getStatus().getCode());
        assertTrue(defect.getStatus().getDescription().startsWith("the sandbox has a defect: "));
    }

    @Test
    void showsATypeItDoesNotKnow() {
        configure();
        StatusRuntimeException refusal = assertThrows(StatusRuntimeException.class,
                () -> create("urn:pulumi:dev::test::azure-native:compute:Disc::d", json("{}")));
        assertEquals("azure-native 2.10.0 has no resource type 'azure-native:compute:Disc'", refusal.getStatus()
                .getDescription());
    }

    @Test
    void answersInvokes() {
        configure();
        Struct who = engine.invoke(InvokeRequest.newBuilder().setTok("azure-native:authorization:getClientConfig").build())
                .getReturn();
        assertEquals(36, who.getFieldsOrThrow("tenantId").getStringValue().length());
    }

    @Test
    void servesManyCallsAtOnce() {
        configure();
        create(GROUP, json("{resourceGroupName: 'g', location: 'westeurope'}"));
        List<CompletableFuture<String>> creations = IntStream.range(0, 24).mapToObj(number -> CompletableFuture.supplyAsync(() ->
                create(DISK + number, disk().put("diskName", "d" + number)).getId())).toList();
        assertEquals(24, creations.stream().map(CompletableFuture::join).distinct().count());
    }

    @Test
    void stopsWhenTheEngineCancels() throws Exception {
        engine.cancel(Empty.getDefaultInstance());
        assertTrue(stopped.await(5, TimeUnit.SECONDS));
    }
}
