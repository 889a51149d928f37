package atelier.testing.engine;

import atelier.testing.Stacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test the stack dev as one {@code up} left it; all classes of a run share that {@code up}. */
public final class DevStack implements ParameterResolver {
    /** The deployed stack, its folder deleted at the end of the run. */
    private record Deployed(Path folder, Snapshot snapshot) implements CloseableResource {
        static Deployed now() {
            try {
                Path folder = Files.createTempDirectory("dev-stack");
                Engine engine = Engine.in(folder, Stacks.file("dev"));
                engine.up().succeeded();
                return new Deployed(folder, Snapshot.of(engine, folder.resolve("snapshot")));
            } catch (IOException unusable) {
                throw new UncheckedIOException(unusable);
            }
        }

        @Override
        public void close() throws IOException {
            Snapshot.delete(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Engine.class;
    }

    @Override
    public Engine resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(DevStack.class))
                .getOrComputeIfAbsent(Deployed.class, type -> Deployed.now(), Deployed.class)
                .snapshot().restore();
    }
}
