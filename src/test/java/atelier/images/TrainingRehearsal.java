package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.Command;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that every workstation carries, run on this computer's processors: PyTorch is Debian's 1.13, where the image has
 * 2.14 (its wheels bring 3 GB of CUDA libraries); everything else is exactly what the locks of the image list.
 */
class TrainingRehearsal {
    private static final Path EXAMPLES = Path.of("images/files/usr/share/atelier/examples");

    private static String environment;

    /** Copies of the examples, where the job has run once. */
    @TempDir
    private static Path examples;

    @BeforeAll
    static void installTheEnvironmentsAndTrain() throws IOException {
        ScriptsRehearsal.install("python3-torch=torchrun jq=jq curl=curl util-linux=flock");
        environment = create("tensorflow-cpu");
        copy("training");
        copy("serving");
        in(examples.resolve("training"), Map.of("ATELIER_PYTHON", environment + "/bin/python"), "bash run-locally.sh");
    }

    @Test
    void torchrunTrainsOnTwoProcessesThatAgree() {
        // Redirected and copied, because the default of Debian's 1.13 stumbles over Python 3.11.
        Run run = Command.bash("torchrun --standalone --nproc_per_node 2 --redirects 1 --tee 1 " + EXAMPLES + "/distributed/train_torch.py")
                .run()
                .succeeded();
        assertEquals("[default0]:processes=2 agreed=True learned=True torch=1.13.0a0", run.out().strip());
    }

    @Test
    void tensorflowTrainsOnTwoWorkers() {
        Run run = Command.bash(environment + "/bin/python " + EXAMPLES + "/distributed/train_tensorflow.py --workers 2")
                .run()
                .succeeded();
        assertEquals("workers=2 learned=True tensorflow=2.21.0", run.out().strip());
    }

    @Test
    void oneScriptRunsHereTrackedByMlflowWithTheInputsOfTheJobForTheCluster() throws IOException {
        Path training = examples.resolve("training");
        String runs = in(training, Map.of("MLFLOW_TRACKING_URI", "sqlite:///mlruns.db"), environment + "/bin/python -c '"
                + "import mlflow; print(mlflow.search_runs()[[\"status\", \"params.regularization\", \"metrics.accuracy\"]]"
                + ".to_json(orient=\"records\"))'").out();
        JsonNode tracked = new ObjectMapper().readTree(runs.strip());
        assertEquals(1, tracked.size(), runs);
        assertEquals("FINISHED", tracked.at("/0/status").asText());
        assertEquals("0.5", tracked.at("/0/params.regularization").asText());
        assertTrue(tracked.at("/0/metrics.accuracy").asDouble() > 0.9, runs);
        assertTrue(Files.exists(training.resolve("outputs/model/MLmodel")));
    }

    /** By the schema of azure-ai-ml, which `az ml job create` uses. */
    @Test
    void theJobFileIsOneForAClusterAndAMistakeInItIsFound(@TempDir Path broken) throws IOException {
        Path training = examples.resolve("training");
        String load = environment + "/bin/python -c '"
                + "from azure.ai.ml import load_job; job = load_job(\"job.yml\"); print(job.type, job.compute, job.command)'";
        assertEquals(
                "command train python train.py --regularization ${{inputs.regularization}} --model outputs/model",
                in(training, Map.of(), load).out().strip());
        String job = Files.readString(training.resolve("job.yml"));
        Files.writeString(broken.resolve("job.yml"), job.replace("command: python", "comand: python"));
        Files.copy(training.resolve("environment.yml"), broken.resolve("environment.yml"));
        String complaint = run(broken, Map.of(), load).failed().everything();
        assertTrue(complaint.contains("comand") && complaint.contains("Unknown field"), complaint);
    }

    @Test
    void theEnvironmentOfTheJobHasTheVersionsOfTheWorkstation() throws IOException {
        Map<String, String> base = new PythonEnvironment("base").pins();
        List<String> asked = Files.readAllLines(EXAMPLES.resolve("training/environment.yml")).stream()
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(line -> line.contains("=="))
                .toList();
        assertEquals(3, asked.size());
        asked.forEach(pin -> assertEquals(base.get(pin.split("==")[0]), pin.split("==")[1], pin));
    }

    @Test
    void theModelIsScoredByTheServerOfOnlineEndpointsInALocalProcess() {
        assertEquals("[0,2]", score("bash serving/serve-locally.sh training/outputs/model", "/score", """
                {"rows": [[5.1, 3.5, 1.4, 0.2], [6.7, 3.0, 5.2, 2.3]]}""", Map.of("ATELIER_SERVING", create("serving"))));
    }

    @Test
    void theModelIsScoredByMlflowInALocalProcess() {
        assertEquals("{\"predictions\":[0,2]}", score(
                "env PATH=" + environment + "/bin:$PATH mlflow models serve --model-uri training/outputs/model --env-manager local"
                        + " --host 127.0.0.1 --port",
                "/invocations", """
                {"inputs": [[5.1, 3.5, 1.4, 0.2], [6.7, 3.0, 5.2, 2.3]]}""", Map.of()));
    }

    /** Starts a server on a free port, asks it once it answers, and ends it with all its processes. */
    private static String score(String server, String path, String body, Map<String, String> environment) {
        String script = """
                port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
                setsid %s "$port" >server.log 2>&1 &
                server=$!
                trap 'kill -- "-$server"; wait "$server"' EXIT
                curl --fail --silent --show-error --retry 120 --retry-delay 1 --retry-connrefused --retry-all-errors \\
                    --header 'Content-Type: application/json' --data '%s' "http://127.0.0.1:$port%s" || { cat server.log >&2; exit 1; }
                """.formatted(server, body, path);
        Run run = run(examples, environment, script);
        assertTrue(run.out().startsWith("[") || run.out().startsWith("{"), run::everything);
        return run.out().replace(" ", "").strip();
    }

    private static String create(String name) {
        return Command.bash("images/environments/create " + name).run().succeeded().out().strip();
    }

    private static void copy(String example) throws IOException {
        Path target = examples.resolve(example);
        try (Stream<Path> files = Files.walk(EXAMPLES.resolve(example))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(EXAMPLES.resolve(example).relativize(file)));
            }
        }
    }

    private static Run in(Path directory, Map<String, String> environment, String line) {
        return run(directory, environment, line).succeeded();
    }

    private static Run run(Path directory, Map<String, String> environment, String line) {
        return new Command(List.of("bash", "-euo", "pipefail", "-c", line), directory, environment).run();
    }
}
