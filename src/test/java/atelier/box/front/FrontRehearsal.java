package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.box.boot.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The front's files in the hands of the real programs: jq and envsubst, nginx, systemd. */
class FrontRehearsal {
    /** A machine whose directories are there. */
    private static final String MACHINE = """
            useradd --system --no-create-home atelier-signin
            groupadd --system atelier-apps
            systemd-tmpfiles --create /usr/lib/tmpfiles.d/atelier.conf /usr/lib/tmpfiles.d/atelier-front.conf || exit 9
            """;

    private static final String CERTIFICATE = """
            mkdir -p /run/atelier/tls /run/atelier-nginx
            openssl req -x509 -newkey rsa:2048 -noenc -days 1 -subj /CN=test \
                -keyout /run/atelier/tls/key.pem -out /run/atelier/tls/cert.pem 2>/dev/null || exit 9
            """;

    private static final Pattern UNIT =
            Pattern.compile("atelier-(nginx|oauth2-proxy|signin-token|jupyter|code|rstudio)\\.(service|timer)");

    private static final String RENDERED = "atelier-nginx.service\natelier-oauth2-proxy.service\n";

    @ParameterizedTest
    @EnumSource
    void theImagesScriptRendersTheGoldensAndASecondRunChangesNothing(Site site) {
        Box.Outcome outcome = Box.run(MACHINE + document(site) + """
                bash /usr/lib/atelier/render-front || exit 1
                echo again
                bash /usr/lib/atelier/render-front || exit 1
                cd /checkout/%s
                cmp server-name.conf /run/atelier/nginx/server-name.conf || exit 1
                cmp workstation.conf /run/atelier/nginx/workstation.conf || exit 1
                cmp oauth2-proxy.cfg /run/atelier/oauth2-proxy/oauth2-proxy.cfg || exit 1
                stat --format '%%U %%a %%n' /run/atelier/*/*.c*
                find /run/atelier -name '*.next*'
                """.formatted(site.goldenFolder()));
        assertEquals(RENDERED + "again\n"
                + "root 644 /run/atelier/nginx/server-name.conf\n"
                + "root 644 /run/atelier/nginx/workstation.conf\n"
                + "root 644 /run/atelier/oauth2-proxy/oauth2-proxy.cfg\n", outcome.succeeded().output());
    }

    @Test
    void anotherAppTouchesTheSignInOnly() {
        Box.Outcome outcome = Box.run(MACHINE + document(Site.DOMAIN) + """
                bash /usr/lib/atelier/render-front >/dev/null || exit 1
                sed -i 's/4b1d7e90/5b1d7e90/' /run/atelier/machine.json
                bash /usr/lib/atelier/render-front
                """);
        assertEquals("atelier-oauth2-proxy.service\n", outcome.succeeded().output());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            host                  | a.example.com; return 200
            host                  | a.example.com 1; evil.example
            host                  | A.example.com
            host                  | localhost
            host                  | ${TENANT_ID}.example.com
            access.tenantId       | common
            access.tenantId       | 8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613/../common
            access.signInClientId | "x"
            """)
    void aTextThatWouldBeASettingOfItsOwnIsRefusedAndNothingIsWritten(String path, String text) {
        Box.Outcome outcome = Box.run(MACHINE + document(Site.DOMAIN) + """
                jq --arg text '%s' '.%s = $text' /run/atelier/machine.json >/run/next && mv /run/next /run/atelier/machine.json
                bash /usr/lib/atelier/render-front 2>&1
                echo "exit $?"
                ls /run/atelier/nginx /run/atelier/oauth2-proxy
                """.formatted(text, path));
        List<String> lines = outcome.succeeded().lines();
        String problem = lines.get(0);
        assertTrue(problem.startsWith("the document /run/atelier/machine.json has '" + text + "' as " + path), problem);
        assertTrue(problem.endsWith(": deploy the stack again"), problem);
        assertEquals(List.of("exit 1", "/run/atelier/nginx:", "", "/run/atelier/oauth2-proxy:"), lines.subList(1, lines.size()));
    }

    @ParameterizedTest
    @EnumSource
    void nginxAcceptsWhatIsRendered(Site site) {
        Box.Outcome outcome = Box.run(MACHINE + CERTIFICATE + document(site) + """
                bash /usr/lib/atelier/render-front >/dev/null && nginx -q -t -c /etc/atelier/nginx/nginx.conf
                """);
        assertEquals("", outcome.succeeded().output());
    }

    @Test
    void nginxAcceptsTheLongestName() {
        Box.Outcome outcome = Box.run(MACHINE + CERTIFICATE + document(Site.DOMAIN) + """
                label=$(printf 'a%%.0s' {1..60})
                sed -i "s/ada.ml.example.com/$label.$label.$label.$label.example/" /run/atelier/machine.json
                bash /usr/lib/atelier/render-front >/dev/null && nginx -q -t -c /etc/atelier/nginx/nginx.conf
                """.formatted());
        assertEquals("", outcome.succeeded().output());
    }

    @Test
    void nginxRefusesOneSpoiltLine() {
        Box.Outcome outcome = Box.run(MACHINE + CERTIFICATE + document(Site.DOMAIN) + """
                bash /usr/lib/atelier/render-front >/dev/null
                echo 'proxy_set_heder X "";' >>/etc/atelier/nginx/to-application.conf
                nginx -q -t -c /etc/atelier/nginx/nginx.conf
                """);
        assertTrue(outcome.failed().output().contains("unknown directive \"proxy_set_heder\""), outcome.output());
    }

    @Test
    void systemdUnderstandsEveryUnitOfTheFront() throws IOException {
        Set<String> units = units();
        assertTrue(units.size() >= 7, units::toString);
        Box.Outcome outcome = Box.run("""
                for program in /usr/local/bin/oauth2-proxy /opt/atelier/jupyter/bin/jupyter-lab \
                    /opt/atelier/code-server/bin/code-server /usr/lib/rstudio-server/bin/rserver; do
                    install -D /bin/true "$program"
                done
                chmod 0755 /usr/lib/atelier/*
                cd /usr/lib/systemd/system && systemd-analyze verify --recursive-errors=no %s
                """.formatted(String.join(" ", units)));
        assertEquals("", outcome.succeeded().output());
    }

    @Test
    void systemdWouldSayWhatItDoesNotUnderstand() {
        Box.Outcome outcome = Box.run("""
                chmod 0755 /usr/lib/atelier/*
                cd /usr/lib/systemd/system && sed -i 's/^NoNewPrivileges=/NoNewPrivilege=/' atelier-signin-token.service
                systemd-analyze verify --recursive-errors=no atelier-signin-token.service
                """);
        assertTrue(outcome.output().contains("Unknown key"), outcome.output());
    }

    @ParameterizedTest
    @CsvSource({"atelier-nginx.service, 3.5", "atelier-oauth2-proxy.service, 2.0", "atelier-signin-token.service, 2.0"})
    void systemdFindsLittleLeftToClose(String unit, double exposure) {
        Box.Outcome outcome = Box.run("""
                cd /usr/lib/systemd/system && systemd-analyze security --offline=true --threshold=%d --no-pager %s | tail -n 1
                exit "${PIPESTATUS[0]}"
                """.formatted((int) (exposure * 10), unit));
        assertTrue(outcome.succeeded().output().contains("Overall exposure level for " + unit), outcome.output());
    }

    @Test
    void theCookieSecretIsRandomReadByItsOwnerAloneAndKeptUntilTheNextBoot() {
        Box.Outcome outcome = Box.run(MACHINE + """
                make() { runuser --user atelier-signin -- bash /usr/lib/atelier/make-cookie-secret; }
                cd /run/atelier/signin
                make && first=$(<cookie-secret) && make && [ "$first" = "$(<cookie-secret)" ] && echo kept
                stat --format '%U %a' cookie-secret
                tr -- '-_' '+/' <cookie-secret | base64 --decode | wc --bytes
                rm cookie-secret && make && [ "$first" != "$(<cookie-secret)" ] && echo new
                """);
        assertEquals("kept\natelier-signin 600\n32\nnew\n", outcome.succeeded().output());
    }

    @Test
    void jupyterOpensTheWorkstationsOwnFilesAndWithoutTheShareTheHomeDirectory() {
        Box.Outcome outcome = Box.run(MACHINE + document(Site.DOMAIN) + """
                cat >/work/read.py <<'READ'
                from collections import defaultdict
                from types import SimpleNamespace
                class Settings(defaultdict):
                    __getattr__ = defaultdict.__getitem__
                c = Settings(SimpleNamespace)
                exec(open("/etc/atelier/jupyter/jupyter_server_config.py").read(), {"get_config": lambda: c})
                print(c.ServerApp.root_dir, getattr(c.FileContentsManager, "preferred_dir", "-"))
                READ
                export HOME=/home/azureuser
                mkdir -p /files/Users/ada && python3 /work/read.py
                rmdir /files/Users/ada && python3 /work/read.py
                rm -rf /files && ln -s /files /files && python3 /work/read.py
                """);
        assertEquals("/files /files/Users/ada\n/files -\n/home/azureuser -\n", outcome.succeeded().output());
    }

    private static String document(Site site) {
        return "cat >/run/atelier/machine.json <<'DOCUMENT'\n" + site.document() + "\nDOCUMENT\n";
    }

    private static Set<String> units() throws IOException {
        try (Stream<Path> files = Files.list(Site.IMAGE.resolve("usr/lib/systemd/system"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> UNIT.matcher(name).matches())
                    .collect(Collectors.toSet());
        }
    }
}
