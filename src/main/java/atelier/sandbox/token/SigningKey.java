package atelier.sandbox.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens, made once and kept beside the cloud, so that every process of a sandbox has the same. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    /** Reads the key of a directory, or makes it; when two processes do so at once, one key wins for both. */
    static RSAKey in(Path directory) {
        Path file = directory.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the signing key " + file, unusable);
        } catch (ParseException damaged) {
            throw new IllegalStateException(file + " is damaged: delete it, and every token of it is void", damaged);
        }
    }

    private static void make(Path file) throws IOException {
        Path next = Files.createTempFile(
                file.getParent(), "signing-key", ".next",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(next, new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate().toJSONString());
            Files.createLink(file, next);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            // Its key is read.
            return;
        } catch (JOSEException everyJdkHasRsa) {
            throw new IllegalStateException(everyJdkHasRsa);
        } finally {
            Files.delete(next);
        }
    }
}
