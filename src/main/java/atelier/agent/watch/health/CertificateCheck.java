package atelier.agent.watch.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** When the certificate that nginx shows ends. */
public final class CertificateCheck implements Check {
    private static final String NAME = "certificate";
    private static final Duration SOON = Duration.ofDays(14);

    private final Path pem;
    private final Boot boot;

    /** @param pem the chain, the workstation's own certificate first */
    public CertificateCheck(Path pem, Boot boot) {
        this.pem = pem;
        this.boot = boot;
    }

    @Override
    public Part check(Instant now) {
        if (!Files.exists(pem)) {
            return boot.missing(NAME, pem + " is not there yet", now);
        }
        try (InputStream stream = Files.newInputStream(pem)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
            return judge(certificate.getNotAfter().toInstant(), now);
        } catch (IOException | CertificateException unreadable) {
            return Part.unhealthy(NAME, pem + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static Part judge(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            return Part.unhealthy(NAME, "ended at " + end);
        }
        String message = "ends at " + end;
        return now.isBefore(end.minus(SOON)) ? Part.healthy(NAME, message) : Part.warning(NAME, message);
    }
}
