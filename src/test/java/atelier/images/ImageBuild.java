package atelier.images;

import static java.nio.charset.StandardCharsets.UTF_8;

import atelier.testing.Stacks;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of the image build with what the stack {@code dev} puts out for it, for the real Packer. Its plugin for Azure is
 * the stand-in of {@code sandbox/toolchain/azure-arm}.
 *
 * @param root where the copy lies
 */
record ImageBuild(Path root) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUILD_MACHINES = "src/main/resources/atelier/catalog/build-machines.json";

    /** The first run builds Packer and the stand-in. */
    private static final long MINUTES = 20;

    record Result(int exitCode, String output) {}

    /** Copies what a build reads; the user's own variables stay where they are. */
    static ImageBuild copyTo(Path root) throws IOException {
        for (String file : List.of("Pulumi.dev.yaml", BUILD_MACHINES)) {
            copy(Path.of(file), root.resolve(file));
        }
        try (Stream<Path> files = Files.walk(Path.of("images"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, root.resolve(file));
            }
        }
        ImageBuild build = new ImageBuild(root);
        Files.delete(build.images().resolve("rehearsal/build.pkr.hcl"));
        Files.createSymbolicLink(build.images().resolve("rehearsal/build.pkr.hcl"), Path.of("../build.pkr.hcl"));
        Files.createDirectories(root.resolve("target"));
        Files.createFile(root.resolve("target/atelier-agent.jar"));
        build.variables(stackOutput());
        return build;
    }

    Path images() {
        return root.resolve("images");
    }

    /** What {@code pulumi stack output images --json} prints. */
    static ObjectNode stackOutput() {
        return JSON.valueToTree(Stacks.deployed("dev").outputs().get("images"));
    }

    void variables(JsonNode values) throws IOException {
        JSON.writeValue(images().resolve("stack.auto.pkrvars.json").toFile(), values);
    }

    /** Replaces the one place where a file has this text. */
    void change(String file, String text, String replacement) throws IOException {
        Path path = root.resolve(file);
        String content = Files.readString(path);
        if (content.split(Pattern.quote(text), -1).length != 2) {
            throw new IllegalArgumentException(file + " has not exactly one place with " + text);
        }
        Files.writeString(path, content.replace(text, replacement));
    }

    /** Runs {@code packer} in the copy. */
    Result packer(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of("sandbox/packer").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(root, "packer", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().put("ATELIER_AZURE_ARM_SEEN", Files.createDirectories(root.resolve("seen")).toString());
        builder.environment().remove("ACTIONS_ID_TOKEN_REQUEST_URL");
        builder.environment().remove("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        Process process = builder.redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("packer took longer than " + MINUTES + " minutes: " + command);
        }
        return new Result(process.exitValue(), Files.readString(output, UTF_8));
    }

    /** The arguments that the plugin for Azure was given for an image, as Packer has evaluated them. */
    JsonNode seen(String image) throws IOException {
        return JSON.readTree(root.resolve("seen").resolve(image + ".json").toFile());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!from.getFileName().toString().endsWith(".auto.pkrvars.json")) {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        }
    }
}
