package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever previews or updates a stack in a pipeline does so under the policy pack. */
class PipelineTest {
    private static final List<Path> PIPELINES = List.of(Path.of(".github"), Path.of(".ci"));

    private static final Pattern COMMAND = Pattern.compile("\\bpulumi\\b[^\\n#;&|]*?\\s(preview|pre|up|update)(?=\\s|$)[^\\n;&|]*");

    /** A step of the official action, up to the next step. */
    private static final Pattern ACTION = Pattern.compile("uses: *pulumi/actions@(?:(?!\\n *- )[\\s\\S])*");

    @Test
    void namesThePolicyPack() {
        List<String> unjudged = files().flatMap(file -> unjudged(read(file)).map(command -> file + ": " + command)).toList();
        assertEquals(List.of(), unjudged);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pulumi preview",
        "run: sandbox/pulumi --stack dev up --yes",
        "pulumi pre\n# --policy-pack policy",
        "pulumi preview && echo --policy-pack policy",
        "pulumi \\\n  up --yes",
        "- uses: pulumi/actions@v6\n  with: {command: up}\n- run: echo policyPacks: policy",
    })
    void aCommandWithoutItIsFound(String pipeline) {
        assertEquals(1, unjudged(pipeline).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pulumi preview --policy-pack policy",
        "pulumi -s dev up --yes \\\n  --policy-pack=policy",
        "sandbox/pulumi version",
        "pulumi stack export",
        "setup pulumi",
        "- uses: pulumi/actions@v6\n  with:\n    command: up\n    policyPacks: policy",
        "- uses: pulumi/actions@v6\n  with:\n    command: refresh",
    })
    void aCommandWithItOrWithoutNeedOfItIsLeftAlone(String pipeline) {
        assertEquals(List.of(), unjudged(pipeline).toList());
    }

    private static Stream<String> unjudged(String pipeline) {
        String text = pipeline.replace("\\\n", " ");
        Stream<String> commands = COMMAND.matcher(text).results()
                .map(match -> match.group().strip())
                .filter(command -> !command.contains("--policy-pack"));
        Stream<String> actions = ACTION.matcher(text).results()
                .map(match -> match.group().strip())
                .filter(step -> Pattern.compile("command: *(preview|up|update)\\b").matcher(step).find())
                .filter(step -> !step.contains("policyPacks:"));
        return Stream.concat(commands, actions);
    }

    private static Stream<Path> files() {
        return PIPELINES.stream().flatMap(folder -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).toList().stream();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
