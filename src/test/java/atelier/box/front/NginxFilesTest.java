package atelier.box.front;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every location of nginx is guarded and passes on only what it may; what nginx makes of its files: {@link FrontRehearsal}. */
class NginxFilesTest {
    private static final Path FOLDER = Site.IMAGE.resolve("etc/atelier/nginx");
    private static final Pattern LOCATION = Pattern.compile("(?ms)^location ([^{]+) \\{\\n(.*?)^}$");
    private static final String TO = "    include /etc/atelier/nginx/to-%s.conf;\n";

    /** Locations that nobody has to be signed in for, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "@signin", "sends people to the sign-in",
            "@refused", "tells them that they may not",
            "= /oauth2/start", "is the sign-in",
            "= /oauth2/sign_in", "is the sign-in",
            "= /oauth2/callback", "is the sign-in",
            "^~ /oauth2/static/", "is what its pages look like",
            "= /oauth2/sign_out", "ends a session that may have ended already",
            "= /atelier/health", "says healthy or not, without details",
            "= /atelier/internal/not-signed-in.html", "is shown instead of a sign-in",
            "= /atelier/internal/unavailable.html", "is shown instead of an answer");

    @Test
    void everyLocationIsGuardedUnlessItIsKnownToBeOpen() {
        assertEquals(new TreeSet<>(OPEN.keySet()), locations().entrySet().stream()
                .filter(location -> location.getValue().contains("auth_request off;"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(file("server.conf").contains("\nauth_request /atelier/internal/authorize;\n"));
        assertEquals(26, locations().size(), () -> locations().keySet().toString());
    }

    @Test
    void whatIsProxiedPassesOneListOfHeadersAndNoneOfItsOwn() {
        locations().forEach((name, body) -> {
            long lists = Stream.of("application", "service", "signin").filter(list -> body.contains(TO.formatted(list))).count();
            assertEquals(body.contains("proxy_pass http") ? 1 : 0, lists, name);
            assertFalse(body.contains("proxy_set_header"), name);
            assertFalse(body.contains("add_header"), name + " would lose the headers of server.conf");
        });
    }

    @Test
    void servicesOfTheMachineGetNothingOfTheRequestButWhatIsNamed() {
        for (String list : List.of("to-service.conf", "to-signin.conf")) {
            assertTrue(file(list).contains("\nproxy_pass_request_headers off;\n"), list);
        }
        assertEquals(
                Set.of("Connection", "Host", "Cookie", "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host",
                        "X-Forwarded-Uri", "X-Auth-Request-Redirect"),
                set("to-signin.conf").keySet());
        // Only this one sends a body, and the watch reads it.
        assertEquals(Set.of("= /atelier/hold"), locations().entrySet().stream()
                .filter(location -> location.getValue().contains(TO.formatted("service")))
                .filter(location -> !location.getValue().contains("without-body.conf"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    @Test
    void applicationsGetNoHeaderThatSpeaksForAPerson() {
        Map<String, String> headers = set("to-application.conf");
        for (String identity : List.of(
                "Authorization", "Proxy-Authorization", "Remote-User", "X-Remote-User", "X-WEBAUTH-USER", "X-Atelier-User",
                "X-Atelier-Object-Id", "X-Auth-Request-User", "X-Auth-Request-Email", "X-Auth-Request-Groups",
                "X-Auth-Request-Preferred-Username", "X-Auth-Request-Access-Token", "X-Forwarded-User", "X-Forwarded-Email",
                "X-Forwarded-Groups", "X-Forwarded-Preferred-Username", "X-Forwarded-Access-Token", "X-RStudio-Username",
                "X-RStudio-User-Identity", "X-RStudio-Virtual-Path", "X-MS-CLIENT-PRINCIPAL-NAME", "Forwarded", "Proxy")) {
            assertEquals("\"\"", headers.get(identity), identity);
        }
        Map<String, String> told = new TreeMap<>(headers);
        told.values().removeIf("\"\""::equals);
        assertEquals(new TreeMap<>(Map.ofEntries(
                Map.entry("Host", "$http_host"),
                Map.entry("Upgrade", "$application_upgrade"),
                Map.entry("Connection", "$connection_upgrade"),
                Map.entry("Accept-Encoding", "$application_encoding"),
                Map.entry("Cookie", "$application_cookie"),
                Map.entry("X-Real-IP", "$remote_addr"),
                Map.entry("X-Forwarded-For", "$remote_addr"),
                Map.entry("X-Forwarded-Proto", "https"),
                Map.entry("X-Forwarded-Host", "$http_host"),
                Map.entry("X-RStudio-Root-Path", "$rstudio_root_path"),
                Map.entry("X-RStudio-Request", "$rstudio_request"))), told);
    }

    @Test
    void anApplicationCannotSendNginxToPlacesOfItsOwn() {
        assertTrue(file("to-application.conf").contains("\nproxy_ignore_headers X-Accel-Redirect "));
    }

    @Test
    void onlyTlsIsServedAndOnlyTheNewerKinds() {
        String main = file("nginx.conf");
        assertEquals(
                List.of("443 ssl http2 default_server", "443 ssl http2"),
                found("(?m)^ +listen (.*);$", main));
        assertEquals(List.of("TLSv1.2 TLSv1.3"), found("(?m)^ +ssl_protocols (.*);$", main));
        for (String line : List.of(
                "server_tokens off;", "underscores_in_headers off;", "ssl_reject_handshake on;", "return 421;")) {
            assertTrue(main.contains(" " + line), line);
        }
    }

    @Test
    void headersOfAnswersAreAddedInOnePlace() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(List.of("server.conf"), files
                    .filter(file -> Site.read(file).contains("add_header"))
                    .map(file -> file.getFileName().toString())
                    .toList());
        }
        assertEquals(
                List.of("Strict-Transport-Security", "Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options",
                        "Referrer-Policy", "X-Atelier-User", "Set-Cookie"),
                found("(?m)^add_header (\\S+) .* always;$", file("server.conf")));
    }

    private static Map<String, String> locations() {
        return Stream.of("signin", "atelier", "applications")
                .flatMap(name -> LOCATION.matcher(file("locations-" + name + ".conf")).results())
                .collect(Collectors.toMap(location -> location.group(1), location -> location.group(2)));
    }

    /** Headers that a list sets; no list sets one twice. */
    private static Map<String, String> set(String list) {
        return Pattern.compile("(?m)^proxy_set_header (\\S+) (.+);$").matcher(file(list)).results()
                .collect(Collectors.toMap(header -> header.group(1), header -> header.group(2)));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static String file(String name) {
        return Site.read(FOLDER.resolve(name));
    }
}
