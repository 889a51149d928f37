package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.testing.rehearsal.Command;
import atelier.testing.rehearsal.Packages;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** pip's own resolver, asked again; it needs the package index. */
class EnvironmentsRehearsal {
    @BeforeAll
    static void installTheTools() {
        Packages.install("jq=jq");
    }

    @ParameterizedTest
    @MethodSource("atelier.images.PythonEnvironment#all")
    void pipResolvesForTheImageWhatIsCommitted(PythonEnvironment environment, @TempDir Path again) {
        Command.bash("images/environments/resolve " + again + " " + environment.name()).run().succeeded();
        assertEquals(environment.report(PythonEnvironment.DIRECTORY), environment.report(again));
    }
}
