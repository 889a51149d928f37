package atelier;

import com.pulumi.Pulumi;
import java.util.logging.LogManager;

/** Where the Pulumi language host starts the program. */
public final class Main {
    private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private Main() {}

    public static void main(String[] arguments) {
        // On JDK 25 with two processors or fewer the SDK waits for ever: https://github.com/pulumi/pulumi-java/issues/2270
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, "4");
        }
        // The engine shows every message; the SDK's own log would repeat each one on stderr.
        LogManager.getLogManager().reset();
        Pulumi.run(Program::run);
    }
}
