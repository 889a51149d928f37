package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atelier.box.boot.Box;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sign-in, pages, web sockets and sign-out with real nginx, oauth2-proxy, JupyterLab and code-server; only Entra and the agent
 * are stood in for. What is looked at is in src/test/resources/box/front/checks.py.
 */
class SignInRehearsal {
    private static final Path PREPARE = Path.of("src", "test", "resources", "box", "front", "prepare");
    private static final int CHECKS = 77;

    @TestFactory
    Stream<DynamicTest> theFrontLetsInWhomItShouldAndNobodyElse() throws IOException {
        List<String> programs = prepared();
        Box.Outcome outcome = Box.run("""
                OAUTH2_PROXY=%s CODE_SERVER=%s JUPYTER=%s
                . /checkout/src/test/resources/box/front/stage.bash
                """.formatted(programs.toArray()));
        List<String[]> findings = outcome.succeeded().lines().stream().map(line -> line.split("\t", 2)).toList();
        assertEquals(CHECKS, findings.size(), outcome.output());
        return findings.stream().map(finding -> DynamicTest.dynamicTest(finding[0], () -> assertEquals("ok", finding[1])));
    }

    private static List<String> prepared() throws IOException {
        Process process = new ProcessBuilder(PREPARE.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> programs = output.lines().toList();
        assertEquals(3, programs.size(), output);
        return programs;
    }
}
