package atelier.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The certificate that the simulated Azure shows: a PKCS #12 file made for all of its names. */
final class KeyStoreFile {
    private KeyStoreFile() {}

    /** @throws IOException if the file cannot be read with the password */
    static SSLContext tls(Path file, char[] password) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(content, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls;
        } catch (GeneralSecurityException unusable) {
            throw new IOException(file + " is no usable key store: " + unusable.getMessage(), unusable);
        }
    }
}
