package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for, what is locked and what pip resolved for the image are the same, and the drivers run it. */
class EnvironmentsTest {
    private static final int LARGEST_FILE = 600_000;

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void everythingAskedForIsPinnedAndLockedAtThatVersion(PythonEnvironment environment) {
        assertEquals(environment.asked().size(), environment.pins().size(), "not every line is a pin: " + environment.asked());
        SortedMap<String, String> locked = new TreeMap<>();
        environment.lock().forEach((name, entry) -> locked.put(name, entry.version()));
        locked.keySet().retainAll(environment.pins().keySet());
        assertEquals(environment.pins(), locked);
    }

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void pipResolvedExactlyWhatIsLocked(PythonEnvironment environment) {
        SortedMap<String, String> locked = new TreeMap<>();
        environment.lock().forEach((name, entry) -> locked.put(name.replaceAll("[._]+", "-"), entry.version()));
        SortedMap<String, String> resolved = new TreeMap<>();
        environment.resolved().forEach((name, entry) -> resolved.put(name, entry.path("version").asText()));
        assertEquals(locked, resolved);
    }

    @Test
    void theEnvironmentOfTheExampleJobHasTheVersionsOfTheWorkstation() throws IOException {
        SortedMap<String, String> base = new PythonEnvironment("base").pins();
        Path job = Path.of("images/files/usr/share/atelier/examples/training/environment.yml");
        List<String> asked = Files.readAllLines(job).stream()
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(line -> line.contains("=="))
                .toList();
        assertEquals(3, asked.size());
        asked.forEach(pin -> assertEquals(base.get(pin.split("==")[0]), pin.split("==")[1], pin));
    }

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void theWheelsThatPipChoseAreAmongThoseLocked(PythonEnvironment environment) {
        Set<String> strangers = new TreeSet<>();
        SortedMap<String, PythonEnvironment.Locked> lock = environment.lock();
        environment.resolved().forEach((name, entry) -> {
            if (!lock.get(name).hashes().contains(entry.path("sha256").asText())) {
                strangers.add(name);
            }
        });
        assertEquals(Set.of(), strangers);
    }

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void itWasResolvedForTheImage(PythonEnvironment environment) {
        JsonNode report = environment.report(PythonEnvironment.DIRECTORY);
        assertEquals("3.12", report.path("python").asText());
        assertEquals("manylinux_2_28_x86_64", report.path("platform").asText());
        environment.resolved().forEach((name, entry) -> assertTrue(
                entry.path("wheel").asText().matches(".*-(cp312|cp3\\d+|py3|py2\\.py3)-(cp312|abi3|none)-.*\\.whl"), entry::toString));
    }

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void itsFilesAreSmallAndNameNoAddress(PythonEnvironment environment) throws IOException {
        for (Path file : environment.files()) {
            assertTrue(Files.size(file) < LARGEST_FILE, file::toString);
            assertTrue(!Files.readString(file).contains("://"), file::toString);
        }
    }

    /** A notebook that moves to another kernel finds the same tables and the same tracking. */
    @Test
    void whatEnvironmentsShareHasOneVersion() {
        SortedMap<String, Set<String>> versions = new TreeMap<>();
        for (String name : List.of("base", "torch", "torch-cuda12", "tensorflow", "tensorflow-cpu")) {
            PythonEnvironment environment = new PythonEnvironment(name);
            for (String shared : List.of("numpy", "pandas", "scikit-learn", "mlflow", "azure-ai-ml", "azureml-mlflow", "ipykernel")) {
                versions.computeIfAbsent(shared, key -> new TreeSet<>()).add(environment.lock().get(shared).version());
            }
        }
        versions.forEach((name, found) -> assertEquals(1, found.size(), name + found));
    }

    /** Images were published whose driver was older than the CUDA libraries in them. */
    @Test
    void theDriverOfALineRunsTheCudaLibrariesOfItsEnvironments() {
        assertEquals(13, cudaMajor("torch", "nvidia-cuda-runtime"));
        assertEquals(12, cudaMajor("torch-cuda12", "nvidia-cuda-runtime-cu12"));
        assertEquals(12, cudaMajor("tensorflow", "nvidia-cuda-runtime-cu12"));
        assertTrue(driver("nvidia-driver") >= 580, "CUDA 13 needs driver 580, https://docs.nvidia.com/deploy/cuda-compatibility/");
        assertTrue(driver("grid-driver") >= 525, "CUDA 12 needs driver 525, https://docs.nvidia.com/deploy/cuda-compatibility/");
        assertTrue(driver("grid-driver") < 580, "the grid line can have the environment of the cuda line now");
    }

    @Test
    void theEnvironmentsWithoutGpuBringNoCudaLibraries() {
        for (String name : List.of("base", "tensorflow-cpu", "serving")) {
            Set<String> nvidia = new TreeSet<>(new PythonEnvironment(name).lock().keySet());
            nvidia.removeIf(locked -> !locked.startsWith("nvidia-"));
            assertEquals(Set.of(), nvidia, name);
        }
    }

    @Test
    void whatIsOutOfSupportIsInNone() {
        Set<String> dead = Set.of("azureml-core", "azureml-sdk", "azureml-datadrift", "azureml-opendatasets", "horovod", "pandas-ml",
                "azure-cli-ml");
        for (PythonEnvironment environment : PythonEnvironment.all()) {
            Set<String> found = new TreeSet<>(environment.lock().keySet());
            found.retainAll(dead);
            assertEquals(Set.of(), found, environment.name());
        }
    }

    private static int cudaMajor(String environment, String runtime) {
        return Integer.parseInt(new PythonEnvironment(environment).lock().get(runtime).version().split("\\.")[0]);
    }

    private static int driver(String component) {
        JsonNode version = ProvisioningScripts.json("versions.json").path("components").path(component).path("version");
        return Integer.parseInt(version.asText().split("\\.")[0]);
    }
}
