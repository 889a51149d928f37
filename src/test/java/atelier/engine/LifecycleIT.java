package atelier.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import atelier.testing.engine.Run;
import atelier.testing.engine.Step;
import atelier.testing.golden.GoldenInputs;
import atelier.testing.secrets.SecretScan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stacks from the first preview to an empty subscription. */
class LifecycleIT {
    private static final SortedSet<String> PROTECTED = new TreeSet<>(Set.of(
            "groups-data", "workspace", "files-storage", "files-share", "vault", "registry", "gallery"));
    private static final Pattern REFUSED = Pattern.compile("resource \"urn:[^\"]*::([^\":]+)\" cannot be deleted");

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    /** @param azure how many resources of Azure the stack declares, components and the stack itself not counted */
    @ParameterizedTest
    @CsvSource({"dev, 108", "minimal, 87", "locked-down, 115"})
    void whatIsPreviewedIsCreatedAndStaysUntilItIsUnprotectedAndDestroyed(String stack, int azure) throws IOException {
        Engine engine = Engine.in(folder, Stacks.file(stack));
        SortedSet<String> previewed = created(engine.preview().succeeded(), Step::urn);
        Operation up = engine.up().succeeded();
        assertEquals(previewed, created(up, Step::urn));
        SortedSet<String> resources = created(up, step -> step.type() + " " + step.name());
        resources.removeIf(resource -> !resource.startsWith("azure-native:"));
        assertEquals(GoldenInputs.resources(stack), resources);
        assertEquals(azure, resources.size());

        nothingIsLeftToDo(engine, previewed.size() - 1);
        assertEquals(List.of(), secrets(engine));
        destroyIsRefused(engine);
        everythingCanBeRemoved(engine, previewed.size() - 1);
        assertEquals(List.of(), files(engine.home()));
    }

    private static SortedSet<String> created(Operation operation, Function<Step, String> what) {
        assertEquals(Set.of("create"), operation.counts().keySet());
        return operation.steps().stream().map(what).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void nothingIsLeftToDo(Engine engine, int resources) throws IOException {
        String cloud = Files.readString(engine.cloud());
        Map<String, Integer> unchanged = Map.of("same", resources);
        Operation up = engine.up().succeeded();
        assertEquals(List.of(), up.changes());
        assertEquals(unchanged, up.results());
        assertEquals(unchanged, engine.refresh().succeeded().results());
        assertEquals(cloud, Files.readString(engine.cloud()));
    }

    /** Which of the protected resources the engine comes to first is its own affair. */
    private static void destroyIsRefused(Engine engine) throws IOException {
        JsonNode state = engine.resources();
        String cloud = Files.readString(engine.cloud());
        assertEquals(PROTECTED, protectedOnes(state));
        Run destroy = engine.run("destroy", "--yes").failed();
        Set<String> named = REFUSED.matcher(destroy.out()).results().map(result -> result.group(1)).collect(Collectors.toSet());
        assertFalse(named.isEmpty(), destroy.out());
        assertTrue(PROTECTED.containsAll(named), named::toString);
        assertEquals(List.of(), Noise.in(destroy));
        assertEquals(state, engine.resources());
        assertEquals(cloud, Files.readString(engine.cloud()));
    }

    private static SortedSet<String> protectedOnes(JsonNode state) {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode resource : state) {
            if (resource.path("protect").asBoolean()) {
                String urn = resource.path("urn").asText();
                names.add(urn.substring(urn.lastIndexOf("::") + 2));
            }
        }
        return names;
    }

    private static void everythingCanBeRemoved(Engine engine, int resources) {
        engine.run("state", "unprotect", "--all", "--yes").succeeded();
        assertEquals(Map.of("delete", resources), engine.destroy().succeeded().results());
        assertTrue(engine.deployed().isObject());
        assertEquals(0, engine.deployed().size(), () -> engine.deployed().toString());
        assertEquals(0, engine.resources().size(), () -> engine.resources().toString());
    }

    /** State, outputs and cloud, and every log that is not encrypted. What the state encrypts is no secret in it. */
    private static List<String> secrets(Engine engine) throws IOException {
        JsonNode state = JSON.readTree(engine.run("stack", "export").succeeded().out()).at("/deployment/resources");
        assertEquals(
                Set.of("__inputs", "connectionString", "instrumentationKey"),
                removeEncrypted(state).collect(Collectors.toSet()));
        List<String> findings = new ArrayList<>(SecretScan.findings("state", state));
        findings.addAll(SecretScan.findings("outputs", engine.outputs()));
        findings.addAll(SecretScan.findings("cloud", engine.deployed()));
        for (Path log : files(engine.temporary())) {
            findings.addAll(SecretScan.findings(log.toString(), Files.readAllLines(log)));
        }
        return findings;
    }

    /** Removes every encrypted value and gives the names of their properties. */
    private static Stream<String> removeEncrypted(JsonNode node) {
        List<String> encrypted = new ArrayList<>();
        node.fields().forEachRemaining(field -> {
            if (field.getValue().has("ciphertext")) {
                encrypted.add(field.getKey());
            }
        });
        if (node instanceof ObjectNode object) {
            object.remove(encrypted);
        }
        Stream<JsonNode> children = StreamSupport.stream(node.spliterator(), false);
        return Stream.concat(encrypted.stream(), children.flatMap(LifecycleIT::removeEncrypted));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
