package atelier.rehearsal;

import static atelier.rehearsal.Attack.SIGN_IN_FIRST;
import static atelier.rehearsal.Attack.assertAnswer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atelier.testing.rehearsal.DevWorkstation;
import atelier.testing.rehearsal.Reply;
import atelier.testing.rehearsal.Visitor;
import atelier.testing.rehearsal.Workstation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** People of the directory who are signed in and may not open this workstation, which is ada's own. */
@ExtendWith(DevWorkstation.class)
class RightsAttacksRehearsal {
    private static final String MISSING = "Microsoft.MachineLearningServices/workspaces/computes/applicationaccess/action";
    private static final String SCIENTISTS = "3b8d6c4e-15f9-407a-92e3-5c0f4d2a8b61";
    /** What is known of a person counts for a minute. */
    private static final Duration BOUND = Duration.ofSeconds(60);

    static final List<Attack<Workstation>> ATTACKS = List.of(
            refused("somebody without any role", "noah", MISSING),
            refused("a reader", "rachel", MISSING),
            refused("an operator, who may start and stop it", "otto",
                    MISSING),
            refused("a guest of another tenant", "gwen",
                    MISSING),
            refused("a scientist opens a colleague's own workstation", "grace", "belongs to someone else"),
            refused("a data scientist of the built-in role opens somebody's own workstation", "dana", "belongs to someone else"),
            everywhere("somebody who is refused tries every page", "rachel"),
            webSockets("somebody who is refused opens web sockets", "rachel"),
            new Attack<>("somebody who is refused holds the workstation", workstation -> {
                Visitor rachel = Visitor.signedIn(workstation, "rachel");
                assertAnswer("403", rachel.request("POST", "/atelier/hold", "{\"hours\":1}", "Origin: " + workstation.origin()));
            }),
            new Attack<>("somebody who is refused borrows the owner's name", workstation -> {
                Visitor rachel = Visitor.signedIn(workstation, "rachel");
                assertAnswer("403", rachel.get("/lab", "X-Atelier-User: ada@example.com",
                        "X-Atelier-Object-Id: 5d0f8e6a-371b-429c-b405-3e2b6f4c0d83"));
            }),
            new Attack<>("somebody whose name is a web page", workstation -> {
                Reply page = Visitor.signedIn(workstation, "gwen").get("/lab");
                assertFalse(page.body().contains("<script"), page.body());
                assertTrue(page.header("Content-Security-Policy").orElse("").startsWith("default-src 'none'"), page.head());
            }),
            new Attack<>("somebody whose role was taken away goes on", RightsAttacksRehearsal::roleTakenAway));

    @TestFactory
    Stream<DynamicTest> whoMayNotOpenItDoesNot(Workstation workstation) {
        return Attack.tests(ATTACKS, workstation);
    }

    @Test
    void theOwnerAndAdministratorsOpenIt(Workstation workstation) {
        for (String person : List.of("ada", "you", "alan", "olivia", "conrad")) {
            assertAnswer("200", Visitor.signedIn(workstation, person).get("/lab"));
        }
    }

    private static Attack<Workstation> refused(String name, String person, String reason) {
        return new Attack<>(name, workstation -> {
            Reply page = Visitor.signedIn(workstation, person).get("/lab");
            assertAnswer("403", page);
            assertTrue(page.body().contains("You may not open this workstation"), page.body());
            assertTrue(page.body().contains(reason), page.body());
        });
    }

    private static Attack<Workstation> everywhere(String name, String person) {
        return new Attack<>(name, workstation -> {
            Visitor visitor = Visitor.signedIn(workstation, person);
            for (String path : List.of("/lab", "/tree", "/api/contents", "/api/kernels", "/files/Users/ada/x.ipynb",
                    "/static/favicon.ico",
                    "/code/", "/rstudio/", "/atelier/", "/atelier/status", "/atelier/banner.js", "/nbconvert/html/x.ipynb")) {
                assertAnswer("403", visitor.get(path));
            }
        });
    }

    private static Attack<Workstation> webSockets(String name, String person) {
        return new Attack<>(name, workstation -> {
            Visitor visitor = Visitor.signedIn(workstation, person);
            for (String path : List.of("/api/events/subscribe", "/code/?reconnectionToken=x", "/rstudio/")) {
                assertAnswer("403", visitor.upgrade(path, "Origin: " + workstation.origin()));
            }
        });
    }

    /** The session stays, and opens nothing a minute later; given back, the role counts again. */
    private static void roleTakenAway(Workstation workstation) {
        Visitor ada = Visitor.signedIn(workstation, "ada");
        assertAnswer("200", ada.get("/atelier/status"));
        Map<String, ObjectNode> taken = new TreeMap<>();
        workstation.engine().changeCloud(resources -> {
            resources.fields().forEachRemaining(entry -> {
                if (entry.getValue().toString().contains(SCIENTISTS) && entry.getKey().contains("/roleassignments/")) {
                    taken.put(entry.getKey(), (ObjectNode) entry.getValue());
                }
            });
            taken.keySet().forEach(resources::remove);
        });
        assertFalse(taken.isEmpty());
        try {
            assertEquals(403, awaited(ada, 403, BOUND.plusSeconds(30)));
            assertAnswer("403", ada.upgrade("/api/events/subscribe", "Origin: " + workstation.origin()));
        } finally {
            workstation.engine().changeCloud(resources -> taken.forEach(resources::set));
            assertEquals(200, awaited(ada, 200, BOUND));
        }
    }

    private static int awaited(Visitor visitor, int status, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        int found = visitor.get("/atelier/status").status();
        while (found != status && System.nanoTime() < end) {
            found = visitor.get("/atelier/status").status();
        }
        return found;
    }
}
