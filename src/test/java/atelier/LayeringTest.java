package atelier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which: left to right through the flow from configuration to outputs, and never back. */
class LayeringTest {
    private static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String JOSE = "com.nimbusds..";
    private static final String PULUMI = "com.pulumi..";

    /** Everything that a package may import besides itself and the JDK's base. A package that is not listed may not exist. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("atelier.config", Set.of("atelier.model..", JACKSON)),
            Map.entry("atelier.model", Set.of()),
            Map.entry("atelier.catalog", Set.of("atelier.model..", JACKSON)),
            Map.entry("atelier.naming", Set.of("atelier.model..")),
            Map.entry("atelier.preflight", Set.of("atelier.model..", "atelier.catalog..", "atelier.naming..")),
            Map.entry("atelier.boot", Set.of("atelier.model..", JACKSON)),
            Map.entry(
                    "atelier.components",
                    Set.of("atelier.model..", "atelier.catalog..", "atelier.naming..", "atelier.boot..", PULUMI)),
            // Wider than the design by names and JSON: decision 1.
            Map.entry(
                    "atelier.outputs",
                    Set.of("atelier.components..", "atelier.preflight..", "atelier.model..", "atelier.naming..", JACKSON, PULUMI)),
            Map.entry("atelier.agent", Set.of("com.sun.net.httpserver..", JACKSON)),
            // Narrower than the agent as a whole.
            Map.entry("atelier.agent.machine", Set.of(JACKSON)),
            Map.entry("atelier.agent.server", Set.of("com.sun.net.httpserver..", JACKSON)),
            Map.entry("atelier.agent.authorize", Set.of("atelier.agent.machine..", "atelier.agent.server..", JACKSON)),
            Map.entry("atelier.agent.tokens", Set.of("atelier.agent.machine..", "atelier.agent.server..", JACKSON)),
            Map.entry("atelier.agent.watch", Set.of("atelier.agent.machine..", "atelier.agent.server..", JACKSON)),
            Map.entry("atelier.agent.watch.idle", Set.of()),
            Map.entry("atelier.agent.watch.signal", Set.of("atelier.agent.machine..", "atelier.agent.watch.idle..", JACKSON)),
            Map.entry("atelier.agent.watch.health", Set.of("atelier.agent.watch.signal..", JACKSON)),
            Map.entry(
                    "atelier.sandbox",
                    Set.of(
                            "pulumirpc..",
                            "com.google.protobuf..",
                            "io.grpc..",
                            "com.sun.net.httpserver..",
                            "javax.net.ssl..",
                            JOSE,
                            JACKSON)),
            // Narrower than the sandbox as a whole.
            Map.entry("atelier.sandbox.wire", Set.of("com.google.protobuf..", JACKSON)),
            Map.entry("atelier.sandbox.schema", Set.of(JACKSON)),
            Map.entry("atelier.sandbox.arm", Set.of("atelier.sandbox.schema..", "atelier.sandbox.wire..", JACKSON)),
            Map.entry("atelier.sandbox.cloud", Set.of(JACKSON)),
            Map.entry("atelier.sandbox.access", Set.of("atelier.sandbox.cloud..", JACKSON)),
            Map.entry("atelier.sandbox.token", Set.of(JOSE)),
            Map.entry(
                    "atelier.sandbox.http",
                    Set.of(
                            "com.sun.net.httpserver..",
                            "javax.net.ssl..",
                            "atelier.sandbox.cloud..",
                            "atelier.sandbox.access..",
                            "atelier.sandbox.token..",
                            JACKSON)),
            Map.entry(
                    "atelier.sandbox.signin",
                    Set.of(
                            "atelier.sandbox.cloud..",
                            "atelier.sandbox.token..",
                            "atelier.sandbox.http..",
                            JOSE,
                            JACKSON)),
            Map.entry(
                    "atelier.sandbox.azurenative",
                    Set.of(
                            "atelier.sandbox.schema..",
                            "atelier.sandbox.arm..",
                            "atelier.sandbox.wire..",
                            "atelier.sandbox.cloud..",
                            JACKSON)));

    static Set<String> packages() {
        return new TreeSet<>(MAY_IMPORT.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsWhatTheTableAllowsAndNothingElse(String name) {
        only(name, MAY_IMPORT.get(name)).check(MAIN);
    }

    @Test
    void anImportThatIsNotAllowedIsFound() {
        assertThrows(AssertionError.class, () -> only("atelier.naming", Set.of()).check(MAIN));
        assertThrows(AssertionError.class, () -> only("atelier.components", Set.of("atelier..")).check(MAIN));
    }

    private static ArchRule only(String name, Set<String> others) {
        List<String> allowed = new ArrayList<>(others);
        allowed.add("java..");
        allowed.add(name + "..");
        return classes().that().resideInAPackage(name + "..")
                .should().onlyDependOnClassesThat().resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true);
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> unknown = MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("atelier"))
                .filter(name -> MAY_IMPORT.keySet().stream().noneMatch(known -> (name + ".").startsWith(known + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unknown);
        assertTrue(MAIN.size() > 150, "only " + MAIN.size() + " classes were read");
    }

    @Test
    void theProgramDoesNotKnowTheSandboxNorTheAgent() {
        noClasses().that().resideOutsideOfPackages("atelier.sandbox..", "atelier.agent..")
                .should().dependOnClassesThat().resideInAnyPackage("atelier.sandbox..", "atelier.agent..")
                .check(MAIN);
    }

    @Test
    void onlyComponentsOutputsAndTheRootSeeOutputs() {
        noClasses().that().resideOutsideOfPackages("atelier", "atelier.components..", "atelier.outputs..")
                .should().dependOnClassesThat().haveFullyQualifiedName("com.pulumi.core.Output")
                .check(MAIN);
    }

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        slices().matching("atelier.(*)..").should().beFreeOfCycles().check(MAIN);
        slices().matching("atelier.sandbox.(*)..").should().beFreeOfCycles().check(MAIN);
        slices().matching("atelier.agent.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void everyPackageSaysWhatItIsAndNoneIsADrawerForLeftovers() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src", "main", "java", "atelier"))) {
            List<String> wrong = folders.filter(Files::isDirectory)
                    .filter(LayeringTest::holdsClasses)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                            || folder.getFileName().toString().matches("utils?|helpers?|common|misc|shared"))
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), wrong);
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
