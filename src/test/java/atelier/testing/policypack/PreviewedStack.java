package atelier.testing.policypack;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import atelier.testing.engine.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One of the four stacks after one preview with the pack, on the day of its tests.
 *
 * @param preview what the engine made of it
 * @param plan what it showed to the pack
 */
public record PreviewedStack(Operation preview, RecordedPlan plan) {
    private static final Map<String, PreviewedStack> PREVIEWED = new ConcurrentHashMap<>();

    /** Previewed once in a run of tests; every later call gives the same. */
    public static PreviewedStack of(String stack) {
        return PREVIEWED.computeIfAbsent(stack, PreviewedStack::previewed);
    }

    private static PreviewedStack previewed(String stack) {
        try {
            Path folder = Files.createTempDirectory("previewed");
            Engine engine = Engine.in(folder, Stacks.file(stack));
            Recorder recorder = new Recorder();
            String pack = FixedClockPack.in(folder.resolve("fixed")).toString();
            try (HostedPack recording = HostedPack.start(folder.resolve("recorder"), recorder)) {
                Operation preview = engine.preview("--policy-pack", pack, "--policy-pack", recording.path());
                return new PreviewedStack(preview, recorder.plan());
            } finally {
                delete(folder);
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : innermostFirst) {
                Files.delete(file);
            }
        }
    }
}
