package atelier.agent.watch.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.agent.watch.health.Part.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a certificate that the JDK's keytool has made. */
class CertificateCheckTest {
    @TempDir
    private Path directory;

    @Test
    void itsEndIsSeenFromTwoWeeksBefore() throws IOException, InterruptedException, CertificateException {
        Path pem = certificate();
        Instant end = end(pem);
        Check check = new CertificateCheck(pem, new Boot(end.minus(Duration.ofDays(90))));
        assertEquals(Part.healthy("certificate", "ends at " + end), check.check(end.minus(Duration.ofDays(14)).minusNanos(1)));
        assertEquals(Part.warning("certificate", "ends at " + end), check.check(end.minus(Duration.ofDays(14))));
        assertEquals(Part.warning("certificate", "ends at " + end), check.check(end.minusNanos(1)));
        assertEquals(Part.unhealthy("certificate", "ended at " + end), check.check(end));
    }

    @Test
    void oneThatIsMissingHasAQuarterOfAnHourAndOneThatIsNoneHasNot() throws IOException {
        Instant booted = Instant.parse("2026-11-24T08:00:00Z");
        Path pem = directory.resolve("cert.pem");
        Check check = new CertificateCheck(pem, new Boot(booted));
        assertEquals(Status.STARTING, check.check(booted.plusSeconds(899)).status());
        assertEquals(Status.UNHEALTHY, check.check(booted.plusSeconds(900)).status());
        Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n");
        assertTrue(check.check(booted).message().startsWith(pem + " cannot be read: "));
    }

    private Path certificate() throws IOException, InterruptedException {
        Path store = directory.resolve("store.p12");
        Path pem = directory.resolve("cert.pem");
        keytool("-genkeypair", "-alias", "ada", "-keyalg", "EC", "-dname", "CN=ada", "-validity", "90", "-keystore",
                store.toString(), "-storepass", "changeit");
        keytool("-exportcert", "-rfc", "-alias", "ada", "-keystore", store.toString(), "-storepass", "changeit", "-file",
                pem.toString());
        // The chain follows the certificate itself.
        Files.writeString(pem, Files.readString(pem).repeat(2));
        return Files.move(pem, directory.resolve("chain.pem"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor());
    }

    private static Instant end(Path pem) throws IOException, CertificateException {
        X509Certificate certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(Files.newInputStream(pem));
        return certificate.getNotAfter().toInstant();
    }
}
