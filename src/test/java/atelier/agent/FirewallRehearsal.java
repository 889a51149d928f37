package atelier.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.Packages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Service: the image's rules in the real nftables, with every account of the workstation and a container. Needs root. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FirewallRehearsal {
    private static final Path RULES = Path.of("images", "files", "etc", "nftables.conf");
    private static final Path SCRIPT = Path.of("src", "test", "resources", "agent", "firewall.sh");
    private static final Set<String> SERVICES =
            Set.of("root", "atelier-signin", "atelier-authorize", "atelier-tokens", "atelier-watch");
    private static final Set<String> EVERYBODY = union(
            SERVICES, Set.of("www-data", "systemd-resolve", "systemd-network", "azureuser"));

    private List<String> lines;

    @BeforeAll
    void tryEveryAccountEverywhere() throws Exception {
        Packages.install("nftables=nft iproute2=ip curl=curl");
        Process process = new ProcessBuilder(
                        "unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc",
                        "bash", SCRIPT.toString(), RULES.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        lines = output.lines().toList();
    }

    @Test
    void withoutTheRulesEverybodyReachesEverything() {
        assertEquals(76, lines.stream().filter(line -> line.matches("before .* answered")).count());
        assertEquals(76, lines.stream().filter(line -> line.startsWith("before ")).count());
    }

    @Test
    void rulesWithAMistakeAreNotLoadedAndTheUnitFails() {
        assertTrue(lines.contains("wrong rules end with 1"), () -> String.join("\n", lines));
    }

    @Test
    void theRulesCanBeLoadedAgain() {
        assertTrue(lines.contains("rules loaded twice: 6 chains"), () -> String.join("\n", lines));
    }

    @Test
    void onlyServicesReachTheMetadataServiceAndOnlyRootThePlatform() {
        assertEquals(SERVICES, answered("169.254.169.254:80"));
        assertEquals(Set.of("root"), answered("168.63.129.16:80"));
        assertEquals(Set.of("root"), answered("168.63.129.16:32526"));
    }

    @Test
    void theResolverReachesThePlatformsNamesAndNothingElse() {
        assertEquals(Set.of("root", "systemd-resolve"), answered("168.63.129.16:53"));
    }

    @Test
    void eachServiceOnLoopbackHasItsOwnCallers() {
        assertEquals(Set.of("www-data", "atelier-authorize"), answered("127.0.0.1:4180"));
        assertEquals(Set.of("www-data"), answered("127.0.0.1:4181"));
        assertEquals(EVERYBODY, answered("127.0.0.1:4182"));
        assertEquals(Set.of("www-data", "root"), answered("127.0.0.1:4183"));
    }

    @Test
    void anImpostorOnAPortOfAServiceIsNotHeard() {
        assertEquals(
                List.of("silent", "silent", "silent", "silent"),
                lines.stream().filter(line -> line.startsWith("impostor ")).map(line -> line.split(" ", 4)[3]).toList());
    }

    @Test
    void whoeverIsRefusedIsToldAtOnce() {
        Set<String> outcomes = lines.stream()
                .filter(line -> line.startsWith("after "))
                .map(line -> line.split(" ", 4)[3])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("answered", "refused"), outcomes);
    }

    private Set<String> answered(String where) {
        return lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals("after") && words[2].equals(where) && words[3].equals("answered"))
                .map(words -> words[1])
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> both = new TreeSet<>(first);
        both.addAll(second);
        return both;
    }
}
