package atelier.testing.rehearsal;

import atelier.testing.engine.Engine;
import atelier.testing.engine.Run;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A workstation that runs on this computer with its real software, started by {@code sandbox/workstation}.
 *
 * @param name as in the stack's configuration
 * @param engine the stack that has it
 */
public record Workstation(String name, Engine engine) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The origin that everything of it has, such as {@code https://vision-ada-0a1b2c.westeurope.cloudapp.azure.com}. */
    public String origin() {
        return "https://" + reach().path("host").asText();
    }

    /** The host name that its users know. */
    public String host() {
        return reach().path("host").asText();
    }

    /** The port of this computer's loopback that leads to its port 443. */
    public int port() {
        return reach().path("port").asInt();
    }

    /** The directory of this run: logs, certificates, data disk. */
    public Path directory() {
        return engine.sandbox().resolve("workstations").resolve(name);
    }

    /** What {@code sandbox/workstation} wrote for programs: ports, names, pins, people. */
    public JsonNode reach() {
        try {
            return JSON.readTree(directory().resolve("reach.json").toFile());
        } catch (IOException notReady) {
            throw new UncheckedIOException(notReady);
        }
    }

    /** Runs a command in the machine as root and waits for its end. */
    public Run run(String... command) {
        List<String> line = new ArrayList<>(List.of("--exec"));
        line.addAll(List.of(command));
        return Command.workstation(engine, name, line.toArray(String[]::new)).run();
    }

    /** Runs a line of bash in the machine as one of its accounts, with a login's environment. */
    public Run shell(String account, String line) {
        return run("runuser", "--login", account, "--command", line);
    }

    /** A file of the machine that holds JSON, such as {@code /run/atelier/boot.json}. */
    public JsonNode json(String file) {
        try {
            return JSON.readTree(run("cat", file).succeeded().out());
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    /** The journal of one unit since the boot. */
    public String journal(String unit) {
        return run("journalctl", "--no-pager", "--boot", "--output", "cat", "--unit", unit).succeeded().out();
    }
}
