package atelier.testing.rehearsal;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the workstation {@code ada} of the stack dev as it runs: a {@link Workstation}, the {@link StartedWorkstation}
 * that it comes from, or a {@link Browser} that reaches it. All classes of a run share the workstation, so a test leaves it as
 * it found it.
 */
public final class DevWorkstation implements ParameterResolver {
    private static final Namespace STORE = Namespace.create(DevWorkstation.class);
    private static final Set<Class<?>> TYPES = Set.of(Workstation.class, StartedWorkstation.class, Browser.class);

    /** One attempt for all classes: what has failed once takes its time and fails again. */
    private record Attempt(CompletableFuture<Running> outcome) implements CloseableResource {
        static Attempt now() {
            return new Attempt(CompletableFuture.supplyAsync(Running::now, Runnable::run));
        }

        @Override
        public void close() {
            if (!outcome.isCompletedExceptionally()) {
                outcome.join().close();
            }
        }
    }

    /** The stack, deployed once, and the workstation. */
    private record Running(Path folder, StartedWorkstation started) {
        static Running now() {
            try {
                Path folder = Files.createTempDirectory("rehearsal");
                Engine engine = Engine.in(folder, Stacks.file("dev"));
                engine.up().succeeded();
                return new Running(folder, StartedWorkstation.of(engine, "ada"));
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }

        void close() {
            started.close();
            Command.bash("rm -rf '" + folder + "'").run().succeeded();
        }
    }

    /** A browser, closed at the end of the class or the test that asked for it first. */
    private record Opened(Browser browser) implements CloseableResource {
        @Override
        public void close() {
            browser.close();
        }
    }

    /** The workstation, for other extensions. */
    public static Workstation in(ExtensionContext context) {
        return started(context).workstation();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TYPES.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Browser.class) {
            return context.getStore(STORE)
                    .getOrComputeIfAbsent(Opened.class, key -> new Opened(Browser.of(in(context))), Opened.class).browser();
        }
        return type == Workstation.class ? in(context) : started(context);
    }

    private static StartedWorkstation started(ExtensionContext context) {
        return context.getRoot().getStore(STORE)
                .getOrComputeIfAbsent(Attempt.class, key -> Attempt.now(), Attempt.class).outcome().join().started();
    }
}
