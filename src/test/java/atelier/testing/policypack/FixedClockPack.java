package atelier.testing.policypack;

import atelier.testing.engine.Launcher;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The policy pack with the clock of its own tests, as a folder that {@code --policy-pack} takes. */
public final class FixedClockPack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PACK = Launcher.CHECKOUT.resolve("policy");

    private FixedClockPack() {}

    /**
     * Writes the folder, which must not exist yet.
     *
     * <p>What it starts is built with the pack. The shipped pack takes the time from nowhere but the computer's clock.
     */
    public static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(PACK.resolve("PulumiPolicy.yaml"), folder.resolve("PulumiPolicy.yaml"));
            Files.createSymbolicLink(folder.resolve("node_modules"), PACK.resolve("node_modules"));
            String start = PACK.resolve("bin/tests/pack/index.js").toString();
            ObjectNode manifest = JSON.createObjectNode().put("name", "policy-on-a-fixed-day").put("version", "1.0.0").put("main", start);
            JSON.writeValue(folder.resolve("package.json").toFile(), manifest);
            return folder;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
