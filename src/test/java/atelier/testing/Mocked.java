package atelier.testing;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import java.util.stream.Collectors;

/** Runs a program, or a piece of one, under {@link RecordingMocks}. The SDK's test runtime is static: one run at a time. */
public final class Mocked {
    static {
        // Every error of a program is thrown by the run; the SDK's own log would print it a second time, with its stack.
        LogManager.getLogManager().reset();
    }

    private Mocked() {}

    /** Runs it as project atelier, stack dev in westeurope; fails with the first error of the program. */
    public static Deployed run(Consumer<Context> program) {
        return run("dev", "westeurope", program);
    }

    public static synchronized Deployed run(String stack, String location, Consumer<Context> program) {
        RecordingMocks mocks = new RecordingMocks(location);
        TestOptions options = TestOptions.builder().projectName("atelier").stackName(stack).build();
        try {
            TestResult result = PulumiTest.withMocks(mocks).withOptions(options).runTest(program);
            rethrow(result);
            return new Deployed(mocks.recorded(), resolved(result.outputs()), urns(result), mocks.calls());
        } finally {
            PulumiTest.cleanup();
        }
    }

    /** Says where in the program an error arose: the SDK's own exception tells only messages. */
    private static void rethrow(TestResult result) {
        if (!result.exceptions().isEmpty()) {
            String told = result.exceptions().stream().map(Mocked::told).distinct().collect(Collectors.joining("; "));
            throw new AssertionError("the program failed: " + told, result.exceptions().get(0));
        }
        result.throwOnError();
    }

    private static String told(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String places = Arrays.stream(root.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> frame.startsWith("atelier."))
                .limit(3)
                .collect(Collectors.joining(", "));
        return root + " at " + places;
    }

    private static Map<String, Object> resolved(Map<String, Output<?>> outputs) {
        Map<String, Object> values = new TreeMap<>();
        outputs.forEach((key, output) -> values.put(key, resolved(output)));
        return values;
    }

    /** An exported value may hold further outputs at any depth. */
    private static Object resolved(Object value) {
        if (value instanceof Output<?> output) {
            return resolved(PulumiTest.extractValue(output));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new TreeMap<>();
            map.forEach((key, inner) -> values.put(key.toString(), resolved(inner)));
            return values;
        }
        return value instanceof Collection<?> list ? list.stream().map(Mocked::resolved).toList() : value;
    }

    private static List<String> urns(TestResult result) {
        return result.resources().stream().map(Resource::urn).map(PulumiTest::extractValue).sorted().toList();
    }
}
