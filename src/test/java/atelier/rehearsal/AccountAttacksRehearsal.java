package atelier.rehearsal;

import static atelier.rehearsal.Attack.assertAnswer;
import static atelier.rehearsal.ShellAttack.as;
import static atelier.rehearsal.ShellAttack.assertEnds;
import static atelier.rehearsal.ShellAttack.terminal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** One account of the machine in the place of another: at its socket, or instead of the service that others believe. */
@ExtendWith(DevWorkstation.class)
class AccountAttacksRehearsal {
    private static final String NGINX = "atelier-nginx";
    private static final List<String> APPLICATIONS = List.of("jupyter", "code", "rstudio");
    /** Answers whatever a service is asked with what would let everybody in as ada. */
    private static final String IMPOSTOR = """
            import http.server
            class Yes(http.server.BaseHTTPRequestHandler):
                def do_GET(self):
                    self.send_response(204)
                    for name, value in {"X-Atelier-User": "ada", "X-Atelier-Object-Id": "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83",
                                        "X-Auth-Request-Email": "5d0f8e6a-371b-429c-b405-3e2b6f4c0d83",
                                        "X-Auth-Request-Groups": "8f3a1c52-6d0e-4b7a-9a41-5e2c7d90b613",
                                        "X-Auth-Request-Preferred-Username": "ada@example.com"}.items():
                        self.send_header(name, value)
                    self.end_headers()
            http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Yes).serve_forever()
            """;

    static final List<Attack<Workstation>> ATTACKS = Stream.of(
            APPLICATIONS.stream().flatMap(application -> Stream.of("nobody", "atelier-signin", "atelier-tokens")
                    .map(account -> applicationBy(application, account))),
            Stream.of("nobody", "www-data", "atelier-watch").map(AccountAttacksRehearsal::installerBy),
            Stream.of(
                    as("nobody", "the kernels' sockets by nobody", "ls /run/atelier-jupyter", 2, "Permission denied"),
                    impostor("the agent that decides", 4181, "atelier-authorize", 500),
                    impostor("oauth2-proxy", 4180, "atelier-oauth2-proxy", 503),
                    impostorOfTheWatch(),
                    beside("the agent that decides", 4181),
                    beside("oauth2-proxy", 4180)))
            .flatMap(attacks -> attacks).toList();

    @TestFactory
    Stream<DynamicTest> noAccountStandsInForAnother(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void theFrontAndTheWatchReachEveryApplication(Workstation workstation) {
        for (String application : APPLICATIONS) {
            for (String account : List.of("www-data", "atelier-watch")) {
                assertEnds(0, "", workstation.run("runuser", "-u", account, "--", "curl", "--silent", "--output", "/dev/null",
                        "--unix-socket", socket(application), "http://localhost/"));
            }
        }
        assertAnswer("200", Visitor.signedIn(workstation, "ada").get("/atelier/"));
    }

    private static Attack<Workstation> applicationBy(String application, String account) {
        return as(account, "the socket of " + application + " by " + account,
                "curl --silent --show-error --max-time 10 --unix-socket " + socket(application) + " http://localhost/",
                7, "connect");
    }

    private static Attack<Workstation> installerBy(String account) {
        return as(account, "the socket that installs packages by " + account,
                "socat - UNIX-CONNECT:/run/atelier/install.sock </dev/null", 1, "Permission denied");
    }

    /** Instead of a service that does not run at the moment, as after a crash or before it has started. */
    private static Attack<Workstation> impostor(String name, int port, String unit, int answer) {
        return new Attack<>("an impostor of " + name + " lets a stranger in", workstation -> {
            Visitor stranger = Visitor.stranger(workstation);
            workstation.run("systemctl", "stop", unit).succeeded();
            try {
                // nginx is stopped with the agent that decides; after a crash it would still be there.
                workstation.run("systemctl", "start", NGINX).succeeded();
                serve(workstation, port);
                assertEquals(answer, stranger.get("/atelier/", "Cookie: __Host-atelier=anything").status());
            } finally {
                workstation.run("systemctl", "stop", "attacks-impostor");
                workstation.run("systemctl", "start", unit, NGINX).succeeded();
            }
            await(stranger, "/lab", 302);
        });
    }

    private static Attack<Workstation> beside(String name, int port) {
        return terminal("an impostor beside " + name, "python3 -c 'import socket; s = socket.socket(); "
                + "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1); s.bind((\"127.0.0.1\", " + port + ")); s.listen()'",
                1, "Address already in use");
    }

    private static Attack<Workstation> impostorOfTheWatch() {
        return new Attack<>("an impostor of the watch learns who holds the workstation", workstation -> {
            Visitor ada = Visitor.signedIn(workstation, "ada");
            workstation.run("systemctl", "stop", "atelier-watch").succeeded();
            try {
                serve(workstation, 4183);
                assertEquals(504, ada.get("/atelier/status").status());
            } finally {
                workstation.run("systemctl", "stop", "attacks-impostor");
                workstation.run("systemctl", "start", "atelier-watch").succeeded();
                await(ada, "/atelier/status", 200);
            }
        });
    }

    private static void serve(Workstation workstation, int port) {
        workstation.run("systemd-run", "--quiet", "--collect", "--unit", "attacks-impostor", "--uid", "azureuser", "python3",
                "-c",
                IMPOSTOR.replace("PORT", Integer.toString(port))).succeeded();
        workstation.run("timeout", "30", "bash", "-c", "until ss -Hltn 'sport = :" + port
                + "' | grep -q .; do :; done").succeeded();
    }

    private static void await(Visitor visitor, String path, int status) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (visitor.get(path).status() != status) {
            assertTrue(System.nanoTime() < end, "the services do not come back");
        }
    }

    private static String socket(String application) {
        return "/run/atelier/apps/" + application + "/" + application + ".sock";
    }
}
