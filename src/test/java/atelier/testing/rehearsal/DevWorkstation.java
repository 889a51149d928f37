package atelier.testing.rehearsal;

import atelier.testing.Stacks;
import atelier.testing.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test the workstation {@code ada} of the stack dev as it runs: a {@link Workstation}, or the {@link StartedWorkstation}
 * that it comes from. All classes of a run share it, so a test leaves it as it found it.
 */
public final class DevWorkstation implements ParameterResolver {
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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Workstation.class || type == StartedWorkstation.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        StartedWorkstation started = context.getRoot().getStore(Namespace.create(DevWorkstation.class))
                .getOrComputeIfAbsent(Attempt.class, type -> Attempt.now(), Attempt.class).outcome().join().started();
        return parameter.getParameter().getType() == Workstation.class ? started.workstation() : started;
    }
}
