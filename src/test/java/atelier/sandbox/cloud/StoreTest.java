package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Estate.GROUP;
import static atelier.sandbox.cloud.Estate.IDENTITY;
import static atelier.sandbox.cloud.Estate.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final int EACH = 25;

    @TempDir
    Path directory;

    /** Another process: puts so many identities. */
    public static void main(String[] arguments) throws ArmError {
        Cloud cloud = Cloud.open(Path.of(arguments[0]), Azure.WORLD);
        for (int i = 0; i < EACH; i++) {
            cloud.put(IDENTITY + arguments[1] + i, "", body(IDENTITY));
        }
    }

    @Test
    void whatIsPutIsThereForTheNextCommand() {
        Azure.empty(directory).put(GROUP, body(GROUP));
        assertEquals("westeurope", Azure.empty(directory).get(GROUP).path("location").asText());
    }

    @Test
    void theDirectoryNeedNotExist() {
        Azure.empty(directory.resolve("a/b")).put(GROUP, body(GROUP));
        assertTrue(Files.exists(directory.resolve("a/b/cloud.json")));
    }

    @Test
    void theFileIsForPeople() {
        Azure azure = Azure.empty(directory);
        azure.put(GROUP + "-b", body(GROUP));
        azure.put(GROUP, body(GROUP));
        List<String> ids = azure.content()
                .lines()
                .filter(line -> line.contains("\"id\" :"))
                .map(String::strip)
                .toList();
        assertEquals(List.of("\"id\" : \"" + GROUP + "\",", "\"id\" : \"" + GROUP + "-b\","), ids);
    }

    @Test
    void nothingButTheStoreAndItsLockIsLeftInTheDirectory() throws Exception {
        Azure.empty(directory).put(GROUP, body(GROUP));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("cloud.json", "cloud.lock"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        Azure.empty(directory).put(GROUP, body(GROUP));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            String name = "-t" + thread + "-";
            done.add(threads.submit(() -> {
                Azure own = Azure.empty(directory);
                for (int i = 0; i < EACH; i++) {
                    own.put(IDENTITY + name + i, body(IDENTITY));
                    own.get(IDENTITY + name + i);
                }
            }));
        }
        for (Future<?> future : done) {
            future.get();
        }
        threads.shutdown();
        assertEquals(1 + 8 * EACH, Json.json(Azure.empty(directory).content()).path("resources").size());
    }

    @Test
    void twoProcessesLoseNothing() throws Exception {
        Azure azure = Azure.empty(directory);
        azure.put(GROUP, body(GROUP));
        List<Process> processes = List.of(process("-p"), process("-q"));
        for (int i = 0; i < EACH; i++) {
            azure.put(IDENTITY + "-own" + i, body(IDENTITY));
        }
        for (Process process : processes) {
            assertEquals(0, process.waitFor());
        }
        assertEquals(1 + 3 * EACH, Json.json(azure.content()).path("resources").size());
    }

    @Test
    void twoThreadsDoNotTakeTheSameLastCores() throws Exception {
        Azure azure = Azure.empty(directory).withEstate();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (String name : new String[] {"-b", "-c"}) {
            answers.add(threads.submit(() -> {
                try {
                    azure.cloud().put(
                            Estate.CLUSTER + name,
                            "",
                            Json.with(body(Estate.CLUSTER), "/properties/properties/scaleSettings/maxNodeCount", 60));
                    return true;
                } catch (ArmError refusal) {
                    assertEquals("ClusterCoreQuotaReached", refusal.code());
                    return false;
                }
            }));
        }
        assertEquals(1, (answers.get(0).get() ? 1 : 0) + (answers.get(1).get() ? 1 : 0));
        threads.shutdown();
    }

    @Test
    void aDamagedFileIsNamed() throws Exception {
        Files.writeString(directory.resolve("cloud.json"), "{");
        UncheckedIOException error = assertThrows(UncheckedIOException.class, () -> Azure.empty(directory).get(GROUP));
        assertTrue(
                error.getMessage().endsWith("cloud.json is damaged; delete it to start with an empty cloud"),
                error.getMessage());
    }

    private Process process(String name) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreTest.class.getName(),
                        directory.toString(),
                        name)
                .inheritIO()
                .start();
    }
}
