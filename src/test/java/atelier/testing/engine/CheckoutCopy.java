package atelier.testing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of this checkout, committed to a git repository of its own, together with what was built from it.
 *
 * @param root the folder of the copy
 */
public record CheckoutCopy(Path root) {
    private static final Set<String> LEFT_OUT = Set.of(".git", ".sandbox", "node_modules", "target");
    private static final List<String> BUILT =
            List.of("classes", "atelier-program.jar", "atelier-packages.json", "atelier-sources.sha256", "sandbox.classpath");

    /** Copies with file times, as an archive or a cache of a pipeline does. */
    public static CheckoutCopy into(Path root) {
        try {
            copy(Launcher.CHECKOUT, root);
            Files.createDirectories(root.resolve("target"));
            for (String built : BUILT) {
                copy(Launcher.CHECKOUT.resolve("target").resolve(built), root.resolve("target").resolve(built));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        CheckoutCopy copy = new CheckoutCopy(root);
        copy.git("init", "--quiet");
        copy.git("add", "--all");
        copy.git("-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "copy");
        return copy;
    }

    /** The launcher of the copy, in an environment like that of the tests. */
    public Launcher launcher() {
        return new Launcher(root, root, Map.of("PULUMI_STACK", "", "ATELIER_SANDBOX_DIR", ""));
    }

    /** What git would call changed or new, one line each. */
    public String changes() {
        return git("status", "--porcelain");
    }

    private String git(String... arguments) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                    .directory(root.toFile()).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            assertEquals(0, process.waitFor(), said);
            return said;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        if (Files.isDirectory(from)) {
            try (Stream<Path> children = Files.list(from)) {
                for (Path child : children.filter(path -> !LEFT_OUT.contains(path.getFileName().toString())).toList()) {
                    copy(child, to.resolve(child.getFileName()));
                }
            }
        }
    }
}
