package atelier.box.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The certificate: self-signed, from a Key Vault that a small server plays, and what happens when the vault does not answer. */
class CertificateRehearsal {
    private static final String FACTS = """
            documents=/checkout/src/test/resources/boot
            host=vision-ada-0a1b2c.westeurope.cloudapp.azure.com
            certificate() { /usr/lib/atelier/certificate; }
            serial() { openssl x509 -in /run/atelier/tls/cert.pem -noout -serial; }
            """;

    /** Azure's addresses inside the box; $SECRET is what the vault answers, its absence a refusal. */
    private static final String AZURE = """
            cp "$documents/user-data-shared.json" /run/atelier/machine.json
            host=ada.ml.example.com
            /checkout/src/test/resources/box/azure /run/azure &
            azure=$!
            until [ -e /run/azure/ready ]; do read -rt 0.05 <> <(:); done
            export CURL_CA_BUNDLE=/run/azure/ca.pem
            printf '127.0.0.1 kv-vision-g1-0a1b2c.vault.azure.net management.azure.com\\n' >>/etc/hosts
            openssl req -x509 -newkey rsa:2048 -noenc -days 90 -subj /CN=x -addext "subjectAltName=DNS:*.ml.example.com" \\
                -keyout /run/key.pem -out /run/cert.pem 2>/dev/null
            pem() { jq -n --rawfile key /run/key.pem --rawfile cert /run/cert.pem \\
                '{contentType: "application/x-pem-file", value: ($key + $cert)}' >/run/azure/secret; }
            pfx() { openssl pkcs12 -export -inkey /run/key.pem -in /run/cert.pem -passout pass: | base64 -w 0 | jq -R --slurp \\
                '{contentType: "application/x-pkcs12", value: .}' >/run/azure/secret; }
            state() { jq -r '.state + " " + .message' /run/atelier/certificate.json; }
            """;

    @Test
    void aSelfSignedOneIsMadeOnceForTheHostAndKeptForRootOnly() {
        Map<String, String> facts = Box.run(FACTS + """
                cp "$documents/user-data-personal.json" /run/atelier/machine.json
                certificate
                fact subject openssl x509 -in /run/atelier/tls/cert.pem -noout \\
                    -ext subjectAltName,extendedKeyUsage,basicConstraints
                fact modes stat --format '%U %a' /run/atelier/tls /run/atelier/tls/cert.pem /run/atelier/tls/key.pem \\
                    /var/lib/atelier/tls /var/lib/atelier/tls/key.pem
                serial >/run/first
                fact reload cat /run/systemctl.log
                rm -r /run/atelier/tls /run/systemctl.log && certificate
                fact kept sh -c 'openssl x509 -in /run/atelier/tls/cert.pem -noout -serial | cmp - /run/first && echo same'
                rm /run/systemctl.log && certificate
                fact quiet cat /run/systemctl.log
                sed -i 's/vision-ada/vision-eve/' /run/atelier/machine.json && certificate
                fact other-host openssl x509 -in /run/atelier/tls/cert.pem -noout -ext subjectAltName
                fact left-over find /run/atelier -name 'tmp.*'
                """).succeeded().facts();
        assertTrue(facts.get("subject").contains("DNS:vision-ada-0a1b2c.westeurope.cloudapp.azure.com"), facts.toString());
        assertTrue(facts.get("subject").contains("TLS Web Server Authentication"), facts.toString());
        assertTrue(facts.get("subject").contains("CA:FALSE"), facts.toString());
        assertEquals("root 755,root 644,root 600,root 700,root 600", facts.get("modes"));
        assertEquals("--no-block try-reload-or-restart atelier-nginx.service", facts.get("reload"));
        assertEquals("same", facts.get("kept"));
        assertTrue(facts.get("quiet").contains("No such file"), facts.toString());
        assertTrue(facts.get("other-host").contains("DNS:vision-eve-0a1b2c.westeurope"), facts.toString());
        assertEquals("", facts.get("left-over"));
    }

    @Test
    void aSelfSignedOneIsRenewedAMonthBeforeItEnds() {
        Map<String, String> facts = Box.run(FACTS + """
                cp "$documents/user-data-personal.json" /run/atelier/machine.json
                install -d -m 0700 /var/lib/atelier/tls
                openssl req -x509 -newkey rsa:2048 -noenc -days 29 -subj /CN=x -addext "subjectAltName=DNS:$host" \\
                    -keyout /var/lib/atelier/tls/key.pem -out /var/lib/atelier/tls/cert.pem 2>/dev/null
                certificate
                fact renewed openssl x509 -in /run/atelier/tls/cert.pem -noout -checkend $((300 * 24 * 3600))
                """).succeeded().facts();
        assertEquals("Certificate will not expire", facts.get("renewed"));
    }

    @Test
    void theVaultsOneIsFetchedWithTheMachinesIdentityAndNeverOnTheDisk() {
        Map<String, String> facts = Box.run(FACTS + AZURE + """
                pem && certificate
                fact pem state
                fact same sh -c 'openssl x509 -in /run/atelier/tls/cert.pem | cmp - /run/cert.pem && echo same'
                fact disk ls /var/lib/atelier
                rm -r /run/atelier/tls && pfx && certificate
                fact pfx state
                fact pfx-same sh -c 'openssl x509 -in /run/atelier/tls/cert.pem | cmp - /run/cert.pem && echo same'
                fact modes stat --format '%U %a' /run/atelier/tls/key.pem
                fact asked sort -u /run/azure/log
                fact left-over find /run/atelier -name 'tmp.*'
                kill "$azure"
                """).succeeded().facts();
        assertEquals("good certificate 'wildcard' of the vault", facts.get("pem"));
        assertEquals("same", facts.get("same"));
        assertEquals("", facts.get("disk"));
        assertEquals("good certificate 'wildcard' of the vault", facts.get("pfx"));
        assertEquals("same", facts.get("pfx-same"));
        assertEquals("root 600", facts.get("modes"));
        assertEquals("GET kv-vision-g1-0a1b2c.vault.azure.net/secrets/wildcard?api-version=7.4 with the token of "
                + "a0000000-0000-4000-8000-000000000001 for https://vault.azure.net", facts.get("asked"));
        assertEquals("", facts.get("left-over"));
    }

    @Test
    void withoutTheVaultTheLastGoodOneStaysOrASelfSignedOneTakesItsPlace() {
        Map<String, String> facts = Box.run(FACTS + AZURE + """
                certificate
                fact first state
                fact first-for openssl x509 -in /run/atelier/tls/cert.pem -noout -checkhost "$host"
                pem && certificate
                fact good state
                rm /run/azure/secret && certificate
                fact stays sh -c 'openssl x509 -in /run/atelier/tls/cert.pem | cmp - /run/cert.pem && echo same'
                fact told state
                sed -i 's/ada.ml.example.com/ada.other.example.com/' /run/atelier/machine.json && pem && certificate
                fact other state
                fact other-for openssl x509 -in /run/atelier/tls/cert.pem -noout -checkhost ada.other.example.com
                kill "$azure"
                """).succeeded().facts();
        String lost = "fallback the vault's certificate 'wildcard' cannot be had: https://kv-vision";
        assertTrue(facts.get("first").startsWith(lost), facts.toString());
        assertTrue(facts.get("first").endsWith(" answered 403: Forbidden"), facts.toString());
        assertTrue(facts.get("first-for").contains("does match"), facts.toString());
        assertEquals("good certificate 'wildcard' of the vault", facts.get("good"));
        assertEquals("same", facts.get("stays"));
        assertTrue(facts.get("told").startsWith("fallback "), facts.toString());
        assertTrue(facts.get("other").endsWith("is for another host than ada.other.example.com, has expired or "
                + "does not fit its key: renew it in the vault"), facts.toString());
        assertTrue(facts.get("other-for").contains("does match"), facts.toString());
    }
}
