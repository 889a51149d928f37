package atelier.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every provisioning script has the same shape and refers only to what exists. */
class ScriptsTest {
    private static final String SOURCES_HELPERS = "source \"$(dirname \"${BASH_SOURCE[0]}\")/lib.sh\"";

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptSaysWhatItIsForAndSourcesTheHelpers(Path script) {
        List<String> lines = ProvisioningScripts.text(script).lines().toList();
        assertEquals("#!/usr/bin/env bash", lines.get(0));
        assertTrue(lines.get(1).matches("# .{20,}"), lines.get(1));
        assertTrue(lines.contains(SOURCES_HELPERS), SOURCES_HELPERS);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptEndsInItsOwnTest(Path script) {
        List<String> lines = ProvisioningScripts.text(script).lines().toList();
        String name = ProvisioningScripts.name(script);
        assertEquals("run_tests " + name, lines.get(lines.size() - 1));
        assertTrue(Files.exists(ProvisioningScripts.IMAGES.resolve("tests/build/" + name + ".bats")), name);
    }

    @ParameterizedTest
    @MethodSource("shell")
    void noFailureIsSwallowedAndNothingIsTimed(Path script) {
        List<String> offending = ProvisioningScripts.text(script).lines()
                .filter(line -> line.matches(".*(\\|\\| *(true|:)\\b|\\bset \\+e|\\bsleep \\d).*"))
                .toList();
        assertEquals(List.of(), offending);
    }

    @ParameterizedTest
    @MethodSource("shell")
    void aScriptRefersOnlyToComponentsOfTheManifest(Path script) {
        Set<String> named = new TreeSet<>();
        List.of("version", "fetch", "component").forEach(function -> named.addAll(ProvisioningScripts.arguments(script, function)));
        // The grid line's own, which of_line makes of these.
        ProvisioningScripts.arguments(script, "of_line").forEach(name -> named.addAll(List.of(name, name + "-grid")));
        Set<String> unknown = new TreeSet<>();
        named.stream().filter(name -> !ProvisioningScripts.json("versions.json").path("components").has(name)).forEach(unknown::add);
        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("shell")
    void whatAScriptSwitchesOffIsInTheListOfStandIns(Path script) {
        Set<String> unlisted = new TreeSet<>(ProvisioningScripts.arguments(script, "stood_in"));
        ProvisioningScripts.json("stand-ins.json").fieldNames().forEachRemaining(unlisted::remove);
        assertEquals(Set.of(), unlisted);
    }

    @Test
    void everyStandInSaysWhyAndWhatStandsIn() {
        ProvisioningScripts.json("stand-ins.json").fields().forEachRemaining(entry -> {
            assertTrue(entry.getValue().path("reason").asText().length() > 20, entry.getKey());
            assertTrue(entry.getValue().path("standIn").asText().length() > 3, entry.getKey());
        });
    }

    @Test
    void theLevelsOfTestsHaveTests() {
        for (String level : List.of("build", "boot", "gpu")) {
            String[] tests = ProvisioningScripts.IMAGES.resolve("tests").resolve(level).toFile().list();
            assertTrue(tests != null && tests.length > 0, level);
        }
    }

    private static Stream<Path> scripts() {
        return ProvisioningScripts.all().stream();
    }

    private static Stream<Path> shell() {
        return Stream.concat(scripts(), ProvisioningScripts.sourced().stream().filter(file -> !file.endsWith("lib.sh")));
    }
}
