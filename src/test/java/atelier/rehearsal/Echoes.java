package atelier.rehearsal;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes the place of the applications on their sockets while a class of attacks runs, and tells what reached them:
 * src/test/resources/rehearsal/echo.py, as the account that the applications run as.
 */
final class Echoes implements BeforeAllCallback, AfterAllCallback {
    /** What people open, by application. */
    static final List<String> PATHS = List.of("/lab", "/code/", "/rstudio/");

    private static final Path PROGRAM = Path.of("src", "test", "resources", "rehearsal", "echo.py");
    private static final String SOCKETS = """
            sockets=(/run/atelier/apps/{jupyter/jupyter,code/code,rstudio/rstudio}.sock)
            there() {
                timeout 120 bash -c 'for socket; do until [ -S "$socket" ]; do sleep 0.1; done; done' there "${sockets[@]}"
            }
            """;
    private static final String BEGIN = SOCKETS + """
            systemctl stop atelier-jupyter atelier-code atelier-rstudio
            rm -f "${sockets[@]}"
            systemd-run --quiet --collect --unit attacks-echo --uid azureuser python3 -c "$1" "${sockets[@]}"
            there
            """;
    private static final String END = SOCKETS + """
            systemctl stop attacks-echo
            rm -f "${sockets[@]}"
            systemctl start atelier-jupyter atelier-code atelier-rstudio
            there
            """;

    private Workstation workstation;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        workstation = DevWorkstation.in(context);
        bash(workstation, BEGIN, Files.readString(PROGRAM));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        bash(workstation, END);
    }

    /** The request lines of everything that reached an application so far. */
    List<String> requests() {
        String lines = workstation.run(
                "curl", "--silent", "--fail", "--unix-socket", "/run/atelier/apps/jupyter/jupyter.sock",
                        "http://localhost/requests")
                .succeeded().out();
        try {
            List<String> requests = new ArrayList<>();
            for (JsonNode line : new JsonMapper().readTree(lines)) {
                requests.add(line.asText());
            }
            return requests;
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void bash(Workstation workstation, String script, String... arguments) {
        List<String> line = new ArrayList<>(List.of("bash", "-euo", "pipefail", "-c", script, "bash"));
        line.addAll(List.of(arguments));
        workstation.run(line.toArray(String[]::new)).succeeded();
    }
}
