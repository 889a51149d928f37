package atelier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.Deployed;
import atelier.testing.OutputTexts;
import atelier.testing.Stacks;
import com.pulumi.core.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A value that Azure has yet to give is never turned into text: the SDK would put a warning in its place and carry on. */
class OutputTextTest {

    @Test
    void noTextIsPutTogetherFromAnOutput() {
        assertEquals(List.of(), OutputTexts.in(Path.of("target", "classes")));
    }

    @Test
    void theSearchFindsEveryWayToDoIt() {
        List<String> found = OutputTexts.in(Path.of("target", "test-classes")).stream()
                .filter(place -> place.startsWith(Offences.class.getName()))
                .toList();
        assertEquals(
                Stream.of("append", "concatenate", "format", "name", "valueOf")
                        .map(way -> Offences.class.getName() + "." + way).toList(),
                found.stream().sorted().toList());
        assertTrue(Offences.concatenate(Output.of("x")).contains(WARNING), Offences.concatenate(Output.of("x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "minimal", "locked-down", "large"})
    void noInputAndNoOutputHoldsTheWarning(String stack) {
        Deployed deployed = Stacks.deployed(stack);
        List<String> warned = Stream.concat(
                        deployed.recorded().all().stream().map(resource -> resource + " " + resource.inputs()),
                        deployed.outputs().entrySet().stream().map(Object::toString))
                .filter(text -> text.contains(WARNING))
                .toList();
        assertEquals(List.of(), warned);
    }

    private static final String WARNING = "is not supported";

    private static final class Offences {
        static String concatenate(Output<String> output) {
            return "/subscriptions/" + output;
        }

        static String valueOf(Output<String> output) {
            return String.valueOf(output);
        }

        static String format(Output<String> output) {
            return String.format("/subscriptions/%s/%s", "x", output);
        }

        static String append(Output<String> output) {
            Output<String> other = output.applyValue(String::strip);
            return new StringBuilder("/subscriptions/").append(other).toString();
        }

        static String name(Output<String> output) {
            return output.toString();
        }

        static Output<String> allowed(Output<String> output) {
            return Output.format("/subscriptions/%s", output).applyValue(text -> text + "/");
        }
    }
}
