package atelier.testing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {
    @TempDir
    private Path folder;
    private CheckoutCopy copy;
    private Launcher launcher;

    @BeforeEach
    void copyCheckout() {
        copy = CheckoutCopy.into(folder.resolve("checkout"));
        launcher = copy.launcher();
    }

    @Test
    void handsCommandsAndExitCodesThrough() {
        assertTrue(launcher.run("version").succeeded().out().startsWith("v3."));
        assertTrue(launcher.run("stack", "ls", "--json").succeeded().out().strip().equals("[]"));
        assertTrue(launcher.run("up", "--help").succeeded().out().contains("pulumi up"));
        assertTrue(launcher.run("no-such-command").failed().err().contains("no-such-command"));
        assertTrue(launcher.run("preview", "--stack", "absent").failed().everything().contains("absent"));
        assertEquals("", copy.changes());
    }

    @Test
    void deploysTheStackDevWithoutAskingOrChangingACommittedFile() {
        Run up = launcher.run("up", "--yes").succeeded();
        assertFalse(up.everything().contains("building the program"), up.everything());
        assertEquals("dev", launcher.run("stack", "--show-name").succeeded().out().strip());
        launcher.run("preview", "--expect-no-changes").succeeded();
        launcher.run("refresh", "--yes").succeeded();
        launcher.run("stack", "output").succeeded();
        launcher.run("stack", "export").succeeded();
        launcher.run("state", "unprotect", "--all", "--yes").succeeded();
        launcher.run("destroy", "--yes").succeeded();
        launcher.run("stack", "rm", "--yes").succeeded();
        assertEquals("[]", launcher.run("stack", "ls", "--json").succeeded().out().strip());
        assertEquals("", copy.changes());
    }

    @Test
    void usesTheStackThatWasCreatedOrNamed() throws IOException {
        Files.copy(copy.root().resolve("Pulumi.dev.yaml"), copy.root().resolve("Pulumi.second.yaml"));
        Files.copy(copy.root().resolve("Pulumi.dev.yaml"), copy.root().resolve("Pulumi.third.yaml"));
        String changes = copy.changes();
        launcher.run("stack", "init", "second").succeeded();
        assertTrue(launcher.run("preview").succeeded().out().contains("(second)"));
        launcher.run("stack", "init", "third", "--no-select").succeeded();
        assertTrue(launcher.run("--stack", "third", "pre").succeeded().out().contains("(third)"));
        assertEquals("second", launcher.run("stack", "--show-name").succeeded().out().strip());
        assertFalse(launcher.run("stack", "ls").succeeded().out().contains("dev"));
        assertEquals(changes, copy.changes());
    }

    @Test
    void writesConfigurationToTheRealFileAndUsesIt() throws IOException {
        launcher.run("stack", "init", "dev").succeeded();
        launcher.run("config", "set", "--path", "atelier:workstations[0].size", "Standard_Nothing").succeeded();
        String file = Files.readString(copy.root().resolve("Pulumi.dev.yaml"));
        assertTrue(file.contains("size: Standard_Nothing"), file);
        assertFalse(file.contains("encryptionsalt"), file);
        assertTrue(launcher.run("preview").failed().everything().contains("'Standard_Nothing'"));
    }

    @Test
    void keepsItsFilesWhereItIsTold() {
        launcher.with("ATELIER_SANDBOX_DIR", "elsewhere/below").run("stack", "init", "dev").succeeded();
        assertTrue(Files.isDirectory(copy.root().resolve("elsewhere/below")));
        assertFalse(Files.exists(copy.root().resolve(".sandbox")));
    }

    @Test
    void leavesTheHomeOfTheUserAlone() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        launcher.with("HOME", home.toString()).with("XDG_CACHE_HOME", Launcher.userCache().toString()).run("preview").succeeded();
        try (Stream<Path> files = Files.list(home)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void saysWhatToInstall() {
        assertEquals(List.of("sandbox: needs Go 1.26 or later to build the Pulumi CLI once: "
                + "install Go, or Pulumi 3.255 or later, and put it on PATH."),
                withoutCli("go").run("version").failed().err().lines().toList());
        assertEquals(List.of("sandbox: needs a JDK: install JDK 17 or later and put java on PATH."),
                without("java").run("preview").failed().err().lines().toList());
    }

    @Test
    void saysWhatIsTooOld() throws IOException {
        assertEquals(List.of("sandbox: needs Go 1.26 or later to build the Pulumi CLI once, but the go on PATH is 1.25.3: install a newer Go."),
                withTool(withoutCli("go"), "go", "echo go1.25.3").run("version").failed().err().lines().toList());
        assertEquals(List.of("sandbox: needs JDK 17 or later, but the java on PATH is 11.0.2: install a newer JDK."),
                withTool(without("java"), "java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2").run("preview").failed()
                        .err().lines().toList());
    }

    @Test
    void buildsOnlyWhenSourcesDiffer() throws IOException {
        Launcher noMaven = without("mvn");
        noMaven.run("preview").succeeded();
        Files.writeString(copy.root().resolve("src/main/java/atelier/package-info.java"), "\n");
        assertEquals(List.of("sandbox: needs Maven to build the program: install Maven 3.6.3 or later and put mvn on PATH."),
                noMaven.run("preview").failed().err().lines().toList());
    }

    @Test
    void twoRunsDoNotBuildInTheSameFolderAtOnce() throws IOException {
        Path built = folder.resolve("built");
        Path mayEnd = fifo("may-end");
        Path said = fifo("said");
        Launcher slowMaven = withTool(without("mvn"), "mvn", "echo built >>'" + built + "'\n"
                + "[ $(wc -l <'" + built + "') -gt 1 ] || cat '" + mayEnd + "'\n"
                + "sandbox/lib/source-hash >target/atelier-sources.sha256");
        Files.writeString(copy.root().resolve("target/atelier-sources.sha256"), "stale\n");

        CompletableFuture<Run> first = CompletableFuture.supplyAsync(() -> slowMaven.run("preview", "--stack", "absent"));
        CompletableFuture<Run> second;
        List<String> lines = new ArrayList<>();
        try (OutputStream firstBuilds = Files.newOutputStream(mayEnd)) {
            second = CompletableFuture.supplyAsync(() -> slowMaven.shell("sandbox/pulumi preview --stack absent 2>" + said));
            try (BufferedReader reader = Files.newBufferedReader(said)) {
                lines.add(reader.readLine());
                firstBuilds.close();
                reader.lines().forEach(lines::add);
            }
        }
        assertEquals("sandbox: waiting for another run that builds", lines.get(0));
        assertTrue(first.join().failed().everything().contains("absent"));
        second.join().failed();
        assertTrue(lines.toString().contains("absent"), lines::toString);
        assertEquals(List.of("built"), Files.readAllLines(built));
    }

    private Path fifo(String name) {
        Path fifo = folder.resolve(name);
        launcher.shell("mkfifo '" + fifo + "'").succeeded();
        return fifo;
    }

    private Launcher without(String... tools) {
        return launcher.with("PATH", ToolPath.without(folder.resolve("tools-without-" + tools[0]), tools));
    }

    /** Nothing of the toolchain is there, neither on PATH nor in the cache. */
    private Launcher withoutCli(String tool) {
        return without(tool, "pulumi", "pulumi-language-java").with("XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    private Launcher withTool(Launcher other, String name, String script) throws IOException {
        Path tool = Path.of(other.environment().get("PATH")).resolve(name);
        Files.writeString(tool, "#!/bin/sh\n" + script + "\n", StandardOpenOption.CREATE_NEW);
        assertTrue(tool.toFile().setExecutable(true));
        return other;
    }
}
