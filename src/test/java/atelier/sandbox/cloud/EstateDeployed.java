package atelier.sandbox.cloud;

import static atelier.sandbox.cloud.Json.with;
import static atelier.sandbox.cloud.Json.without;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that starts from the deployed {@link Estate}. */
abstract class EstateDeployed {
    @TempDir
    Path directory;

    Azure azure;

    @BeforeEach
    void deploy() {
        azure = Azure.empty(directory).withEstate();
    }

    /** An update of a resource in which one thing differs is refused like this. */
    String refusesChange(int http, String code, String id, String pointer, Object value) {
        return azure.refuses(http, code, id, with(Estate.body(id), pointer, value));
    }

    /** An update of a resource in which one thing is missing is refused like this. */
    String refusesWithout(int http, String code, String id, String pointer) {
        return azure.refuses(http, code, id, without(Estate.body(id), pointer));
    }

    /** Another resource like this one, in which one thing differs, is refused like this. */
    String refusesAnother(int http, String code, String id, String pointer, Object value) {
        return azure.refuses(http, code, id + "-b", with(Estate.body(id), pointer, value));
    }
}
