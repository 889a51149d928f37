package atelier.testing.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One stack on the real engine, with a project folder, a sandbox folder, a simulated world and a home of its own. */
public final class Engine {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JAR = "target/atelier-program.jar";

    private final String stack;
    private final Path project;
    private final Path sandbox;
    private final Path home;
    private final Path temporary;
    private final Launcher launcher;
    private int operations;

    private Engine(String stack, Path folder) {
        this.stack = stack;
        this.project = folder.resolve("project");
        this.sandbox = folder.resolve("sandbox");
        this.home = folder.resolve("home");
        this.temporary = folder.resolve("temporary");
        this.launcher = new Launcher(Launcher.CHECKOUT, project, Map.of(
                "HOME", home.toString(),
                "XDG_CACHE_HOME", Launcher.userCache().toString(),
                "TMPDIR", temporary.toString(),
                "ATELIER_SANDBOX_DIR", sandbox.toString(),
                "ATELIER_AZURE_YAML", world().toString(),
                "PULUMI_DEBUG_COMMANDS", "true",
                "PULUMI_STACK", ""));
    }

    /**
     * Prepares a stack below an empty folder: the program of this checkout, the committed world and a copy of the stack's file.
     *
     * @param stackFile named {@code Pulumi.<stack>.yaml}
     */
    public static Engine in(Path folder, Path stackFile) {
        String name = stackFile.getFileName().toString();
        Engine engine = new Engine(name.substring("Pulumi.".length(), name.length() - ".yaml".length()), folder);
        engine.prepare(stackFile);
        return engine;
    }

    private void prepare(Path stackFile) {
        try {
            Files.createDirectories(project);
            Files.createDirectories(home);
            Files.createDirectories(temporary);
            String settings = Files.readString(Launcher.CHECKOUT.resolve("Pulumi.yaml"));
            Files.writeString(project.resolve("Pulumi.yaml"), settings.replace(JAR, Launcher.CHECKOUT.resolve(JAR).toString()));
            Files.copy(stackFile, stackFile());
            Files.copy(Launcher.CHECKOUT.resolve("sandbox/azure.yaml"), world());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        launcher.run("stack", "init", stack).succeeded();
    }

    /** The folder with Pulumi.yaml and the stack's file. */
    public Path project() {
        return project;
    }

    /** The folder with the engine's state and the simulated cloud. */
    public Path sandbox() {
        return sandbox;
    }

    /** What the simulated cloud keeps: everything that is deployed, by id. */
    public Path cloud() {
        return sandbox.resolve("cloud.json");
    }

    /** The home of whoever runs the commands, at first empty. */
    public Path home() {
        return home;
    }

    /** Where the CLI's plugins leave their logs. */
    public Path temporary() {
        return temporary;
    }

    /** The stack's configuration file, this test's own. */
    public Path stackFile() {
        return project.resolve("Pulumi." + stack + ".yaml");
    }

    /** The simulated world, this test's own. */
    public Path world() {
        return project.resolve("azure.yaml");
    }

    /** Runs any command of the CLI. */
    public Run run(String... arguments) {
        return launcher.run(arguments);
    }

    /** Runs commands that were printed for the user, word for word. */
    public Run paste(String commands) {
        return launcher.paste(commands);
    }

    public Operation preview(String... flags) {
        return operation("preview", flags);
    }

    /** Without a preview before it. */
    public Operation up(String... flags) {
        return operation("up --yes --skip-preview", flags);
    }

    /** Without a preview before it. */
    public Operation refresh(String... flags) {
        return operation("refresh --yes --skip-preview", flags);
    }

    /** Without a preview before it. */
    public Operation destroy(String... flags) {
        return operation("destroy --yes --skip-preview", flags);
    }

    private Operation operation(String command, String... flags) {
        Path log = sandbox.resolve("events-" + ++operations + ".json");
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of("--event-log", log.toString()));
        arguments.addAll(List.of(flags));
        Run run = launcher.run(arguments.toArray(String[]::new));
        try {
            EventLog events = EventLog.read(log);
            return new Operation(run, events.steps(), events.results(), events.messages(), events.violations());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The stack's outputs; secret ones appear as the CLI masks them. */
    public JsonNode outputs() {
        return json("stack", "output", "--json");
    }

    /** The resources in the engine's state, as {@code stack export} prints them with secrets in plain text. */
    public JsonNode resources() {
        return json("stack", "export", "--show-secrets").at("/deployment/resources");
    }

    /** Everything that is deployed in the simulated cloud, by id. */
    public JsonNode deployed() {
        try {
            return JSON.readTree(cloud().toFile()).path("resources");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private JsonNode json(String... command) {
        try {
            return JSON.readTree(run(command).succeeded().out());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes the stack's configuration, the object below {@code config} with whole keys like {@code atelier:workstations}. */
    public void configure(Consumer<ObjectNode> change) {
        edit(YAML, stackFile(), root -> change.accept((ObjectNode) root.path("config")));
    }

    /** Changes the simulated world. */
    public void changeWorld(Consumer<ObjectNode> change) {
        edit(YAML, world(), change);
    }

    /** Changes the simulated cloud behind the engine's back, the object of all resources by id in lower case. */
    public void changeCloud(Consumer<ObjectNode> change) {
        edit(JSON, cloud(), root -> change.accept((ObjectNode) root.path("resources")));
    }

    private static void edit(ObjectMapper format, Path file, Consumer<ObjectNode> change) {
        try {
            ObjectNode root = (ObjectNode) format.readTree(file.toFile());
            change.accept(root);
            format.writeValue(file.toFile(), root);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
