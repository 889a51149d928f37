package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.engine.Run;
import atelier.testing.rehearsal.Command;
import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Packages;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The examples that every workstation carries, run on one as its account. PyTorch alone runs beside it, Debian's 1.13: the
 * image of the rehearsal has none, because the wheels of 2.14 bring 3 GB of CUDA libraries.
 */
@ExtendWith(DevWorkstation.class)
class TrainingRehearsal {
    private static final String SAMPLES = "/usr/share/atelier/samples/atelier";
    /** A copy of them, below the home directory, where the job has run once. */
    private static final String EXAMPLES = "examples-of-a-test";

    private static Workstation workstation;

    @BeforeAll
    static void train(Workstation started) {
        workstation = started;
        workstation.shell("azureuser", "cp --recursive " + SAMPLES + " " + EXAMPLES).succeeded();
        in("training", "bash run-locally.sh").succeeded();
    }

    @AfterAll
    static void leaveItAsItWas() {
        workstation.shell("azureuser", "rm -rf " + EXAMPLES).succeeded();
    }

    @Test
    void torchrunTrainsOnTwoProcessesThatAgree() {
        Packages.install("python3-torch=torchrun");
        // Redirected and copied, because the default of Debian's 1.13 stumbles over Python 3.11.
        Run run = Command.bash("torchrun --standalone --nproc_per_node 2 --redirects 1 --tee 1 "
                        + "images/files/usr/share/atelier/examples/distributed/train_torch.py")
                .run()
                .succeeded();
        assertEquals("[default0]:processes=2 agreed=True learned=True torch=1.13.0a0", run.out().strip());
    }

    @Test
    void tensorflowTrainsOnTwoWorkers() {
        Run run = in("distributed", "/opt/atelier/envs/tensorflow/bin/python train_tensorflow.py --workers 2").succeeded();
        assertEquals("workers=2 learned=True tensorflow=2.21.0", run.out().strip());
    }

    @Test
    void oneScriptRunsHereTrackedByMlflowWithTheInputsOfTheJobForTheCluster() throws IOException {
        String runs = in("training", """
                MLFLOW_TRACKING_URI=sqlite:///mlruns.db /opt/atelier/envs/base/bin/python - <<'PROGRAM'
                import mlflow
                columns = ["status", "params.regularization", "metrics.accuracy"]
                print(mlflow.search_runs()[columns].to_json(orient="records"))
                PROGRAM
                ls outputs/model/MLmodel >&2
                """).succeeded().out();
        JsonNode tracked = new ObjectMapper().readTree(runs.strip());
        assertEquals(1, tracked.size(), runs);
        assertEquals("FINISHED", tracked.at("/0/status").asText());
        assertEquals("0.5", tracked.at("/0/params.regularization").asText());
        assertTrue(tracked.at("/0/metrics.accuracy").asDouble() > 0.9, runs);
    }

    /** By the schema of azure-ai-ml, which `az ml job create` uses. */
    @Test
    void theJobFileIsOneForAClusterAndAMistakeInItIsFound() {
        String load = """
                /opt/atelier/envs/base/bin/python - "$job" <<'PROGRAM'
                import sys
                from azure.ai.ml import load_job
                job = load_job(sys.argv[1])
                print(job.type, job.compute, job.command)
                PROGRAM
                """;
        assertEquals(
                "command train python train.py --regularization ${{inputs.regularization}} --model outputs/model",
                in("training", "job=job.yml\n" + load).succeeded().out().strip());
        String complaint = in("training", "sed 's/command: python/comand: python/' job.yml >broken.yml\njob=broken.yml\n" + load)
                .failed()
                .everything();
        assertTrue(complaint.contains("comand") && complaint.contains("Unknown field"), complaint);
    }

    @Test
    void theModelIsScoredByTheServerOfOnlineEndpointsInALocalProcess() {
        assertEquals("[0,2]", score("bash serving/serve-locally.sh training/outputs/model", "/score", """
                {"rows": [[5.1, 3.5, 1.4, 0.2], [6.7, 3.0, 5.2, 2.3]]}"""));
    }

    @Test
    void theModelIsScoredByMlflowInALocalProcess() {
        String server = "mlflow models serve --model-uri training/outputs/model --env-manager local --host 127.0.0.1 --port";
        assertEquals("{\"predictions\":[0,2]}", score(server, "/invocations", """
                {"inputs": [[5.1, 3.5, 1.4, 0.2], [6.7, 3.0, 5.2, 2.3]]}"""));
    }

    /** Starts a server on a free port, asks it once it answers, and ends it with all its processes. */
    private static String score(String server, String path, String body) {
        Run run = in(".", """
                port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
                setsid %s "$port" >server.log 2>&1 &
                server=$!
                trap 'kill -- "-$server"; wait "$server"' EXIT
                curl --fail --silent --show-error --retry 120 --retry-delay 1 --retry-connrefused --retry-all-errors \\
                    --header 'Content-Type: application/json' --data '%s' "http://127.0.0.1:$port%s" || { cat server.log >&2; exit 1; }
                """.formatted(server, body, path));
        assertTrue(run.out().startsWith("[") || run.out().startsWith("{"), run::everything);
        return run.out().replace(" ", "").strip();
    }

    /** Runs lines of bash in a folder of the copy. */
    private static Run in(String folder, String lines) {
        return workstation.shell("azureuser", "set -euo pipefail\ncd " + EXAMPLES + "/" + folder + "\n" + lines);
    }
}
