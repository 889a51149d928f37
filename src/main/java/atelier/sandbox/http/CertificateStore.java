package atelier.sandbox.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The certificates of vaults: self-signed, made at the first question and kept in a folder, because a new one at every start
 * would look like a renewal. Their host names come from the command line: azure.yaml has none.
 */
public final class CertificateStore {
    private static final char[] WHILE_IT_IS_MADE = "only-until-it-is-read".toCharArray();
    private static final String PASSWORD_VARIABLE = "ATELIER_STORE_PASSWORD";
    private static final long SECONDS = 60;
    private final Path folder;
    private final List<String> hosts;

    /** @param hosts DNS names that every certificate is for; may have a wildcard */
    public CertificateStore(Path folder, List<String> hosts) {
        this.folder = folder;
        this.hosts = List.copyOf(hosts);
    }

    /**
     * A certificate with its key as Key Vault hands it out: a PKCS #12 file without a password, in Base64.
     *
     * @param version 32 hexadecimal digits that change with the certificate
     */
    public record Stored(String pkcs12, String version) {}

    /** The certificate of this name; the same until its file is deleted. */
    public synchronized Stored get(String name) {
        Path file = folder.resolve(name + ".p12");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                make(name, file);
            }
            byte[] content = Files.readAllBytes(file);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Stored(Base64.getEncoder().encodeToString(content), HexFormat.of().formatHex(digest).substring(0, 32));
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot use the certificate " + file, unusable);
        } catch (GeneralSecurityException everyJdkHasPkcs12) {
            throw new IllegalStateException(everyJdkHasPkcs12);
        }
    }

    private void make(String name, Path file) throws IOException, GeneralSecurityException {
        Path made = Files.createTempDirectory(folder, name).resolve("made.p12");
        try {
            generate(name, made);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(Files.readAllBytes(made)), WHILE_IT_IS_MADE);
            store.setKeyEntry(
                    name, store.getKey(name, WHILE_IT_IS_MADE), new char[0], store.getCertificateChain(name));
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, new char[0]);
            // The folder it is made in is its owner's alone, and so is what is moved out of it.
            Files.write(made, content.toByteArray());
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(made.getParent());
        }
    }

    // The JDK has a command that makes certificates and no class for it.
    private void generate(String name, Path file) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", name, "-keyalg", "RSA", "-keysize", "2048", "-validity", "365", "-dname", "CN=" + name,
                "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass:env", PASSWORD_VARIABLE));
        if (!hosts.isEmpty()) {
            command.add("-ext");
            command.add("san=" + String.join(",", hosts.stream().map(host -> "dns:" + host).toList()));
        }
        ProcessBuilder keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        keytool.environment().put(PASSWORD_VARIABLE, new String(WHILE_IT_IS_MADE));
        awaitSuccess(keytool.start());
    }

    private static void awaitSuccess(Process keytool) throws IOException {
        try {
            if (!keytool.waitFor(SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool could not make a certificate");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a certificate", stopped);
        }
    }
}
