package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the image installs from locks, installed on this computer with the same hashes and run. */
class ToolsRehearsal {
    @BeforeAll
    static void installPrerequisites() {
        ScriptsRehearsal.install("gcc=gcc jq=jq util-linux=flock");
    }

    @ParameterizedTest
    @CsvSource({"Cython", "numpy", "ipykernel", "sklearn", "matplotlib", "tqdm", "joblib", "tensorboard", "pandas", "papermill",
        "mlflow", "azure.ai.ml", "azureml.mlflow"})
    void theEnvironmentHasWhatPeopleImport(String module) {
        assertEquals(
                module,
                Command.bash(create("tensorflow-cpu") + "/bin/python -c 'import " + module + "; print(\"" + module + "\")'")
                        .run().succeeded().out().strip());
    }

    @Test
    void kerasTrainsOnTensorflow() {
        String program = """
                import keras, numpy
                keras.utils.set_random_seed(0)
                x = numpy.linspace(-1, 1, 64).reshape(64, 1)
                model = keras.Sequential([keras.layers.Dense(1)])
                model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
                losses = model.fit(x, 3 * x + 2, epochs=20, verbose=0).history["loss"]
                print(keras.__version__, keras.backend.backend(), losses[-1] < losses[0] / 10)
                """;
        assertEquals(
                "3.15.1 tensorflow True",
                Command.bash("KERAS_BACKEND=tensorflow " + create("tensorflow-cpu") + "/bin/python -c '" + program + "'")
                        .run().succeeded().out().strip());
    }

    @Test
    void nodeRuns() {
        String node = create("node") + "/bin/";
        assertEquals("v24.19.0", Command.bash(node + "node --version").run().succeeded().out().strip());
        assertTrue(Command.bash("PATH=" + node + ":$PATH npm --version").run().succeeded().out().startsWith("11."));
    }

    @Test
    void twoProcessesOfIntelMpiAddUp(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("sum.c"), """
                #include <mpi.h>
                #include <stdio.h>
                int main(int argc, char **argv) {
                    int rank, sum;
                    MPI_Init(&argc, &argv);
                    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
                    int mine = rank + 20;
                    MPI_Reduce(&mine, &sum, 1, MPI_INT, MPI_SUM, 0, MPI_COMM_WORLD);
                    if (rank == 0) printf("sum %d\\n", sum);
                    MPI_Finalize();
                }
                """);
        String mpi = create("intel-mpi");
        String settings = "I_MPI_ROOT=%1$s FI_PROVIDER_PATH=%1$s/lib LD_LIBRARY_PATH=%1$s/lib PATH=$PATH:%1$s/bin".formatted(mpi);
        String program = directory.resolve("sum").toString();
        Command.bash(settings + " " + mpi + "/bin/mpicc -o " + program + " " + program + ".c").run().succeeded();
        assertEquals("sum 41", Command.bash(settings + " " + mpi + "/bin/mpirun -n 2 " + program).run().succeeded().out().strip());
    }

    private static String create(String environment) {
        return Command.bash("images/environments/create " + environment).run().succeeded().out().strip();
    }
}
