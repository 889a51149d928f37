package atelier.testing.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A PATH of one folder that offers every tool of this computer but some. */
public final class ToolPath {
    private ToolPath() {}

    /** Fills the folder with links and returns it as a value for PATH. */
    public static String without(Path folder, String... tools) {
        Set<String> left = Set.of(tools);
        try {
            Files.createDirectories(folder);
            for (String directory : System.getenv("PATH").split(Pattern.quote(File.pathSeparator))) {
                link(Path.of(directory), folder, left);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        return folder.toString();
    }

    /** The first folder of PATH that has a tool wins. */
    private static void link(Path directory, Path folder, Set<String> left) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> tools = Files.list(directory)) {
            for (Path tool : tools.toList()) {
                Path link = folder.resolve(tool.getFileName());
                if (!left.contains(tool.getFileName().toString()) && !Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(link, tool.toAbsolutePath());
                }
            }
        }
    }
}
