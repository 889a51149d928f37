package atelier.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people program with on a workstation, used as its account. */
@ExtendWith(DevWorkstation.class)
class ToolsRehearsal {
    private static final List<String> MODULES = List.of(
            "Cython", "numpy", "ipykernel", "sklearn", "matplotlib", "tqdm", "joblib", "tensorboard", "pandas", "papermill",
            "mlflow", "azure.ai.ml", "azureml.mlflow");

    @ParameterizedTest
    @ValueSource(strings = {"base", "tensorflow"})
    void theEnvironmentHasWhatPeopleImport(String environment, Workstation workstation) {
        String program = "import " + String.join(", ", MODULES) + "; print('imported')";
        assertEquals("imported\n", python(workstation, environment, program));
    }

    @Test
    void kerasTrainsOnTensorflow(Workstation workstation) {
        assertEquals("3.15.1 tensorflow True\n", python(workstation, "tensorflow", """
                import keras, numpy
                keras.utils.set_random_seed(0)
                x = numpy.linspace(-1, 1, 64).reshape(64, 1)
                model = keras.Sequential([keras.layers.Dense(1)])
                model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
                losses = model.fit(x, 3 * x + 2, epochs=20, verbose=0).history["loss"]
                print(keras.__version__, keras.backend.backend(), losses[-1] < losses[0] / 10)
                """));
    }

    @Test
    void nodeRuns(Workstation workstation) {
        assertEquals("v24.19.0\n", workstation.shell("azureuser", "node --version").succeeded().out());
        assertTrue(workstation.shell("azureuser", "npm --version").succeeded().out().startsWith("11."));
    }

    @Test
    void twoProcessesOfIntelMpiAddUp(Workstation workstation) {
        assertEquals("sum 41\n", workstation.shell("azureuser", """
                set -euo pipefail
                work=$(mktemp --directory)
                trap 'rm -rf "$work"' EXIT
                cat >"$work/sum.c" <<'PROGRAM'
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
                PROGRAM
                mpicc -o "$work/sum" "$work/sum.c"
                mpirun -n 2 "$work/sum"
                """).succeeded().out());
    }

    private static String python(Workstation workstation, String environment, String program) {
        String interpreter = "/opt/atelier/envs/" + environment + "/bin/python";
        return workstation.shell("azureuser", interpreter + " - <<'PROGRAM'\n" + program + "\nPROGRAM\n").succeeded().out();
    }
}
