package atelier.agent.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atelier.agent.authorize.Decision.Reason;
import atelier.agent.machine.Documents;
import atelier.agent.machine.SetClock;
import atelier.agent.server.AuditLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pure: whose open connections end, and when. */
final class AdmittedTest {
    private static final Session ADA = new Session(Documents.OWNER, Documents.TENANT, "ada@example.com", List.of());
    private static final Session GRACE =
            new Session("11111111-2222-4333-8444-555555555555", Documents.TENANT, "grace@example.com", List.of());

    private final Map<Session, Reason> reasons = new HashMap<>(Map.of(ADA, Reason.OWNER, GRACE, Reason.ADMINISTRATOR));
    private final List<String> log = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int disconnections;
    private boolean broken;
    private final Admitted admitted = new Admitted(
            session -> Decision.of(reasons.get(session)),
            this::disconnect,
            new AuditLog(new PrintStream(out, true, StandardCharsets.UTF_8), new SetClock(), "authorize"),
            log::add);

    private void disconnect() throws IOException {
        if (broken) {
            throw new IOException("no space left");
        }
        disconnections++;
    }

    @Test
    void nobodyIsDisconnectedAsLongAsEverybodyMayStay() {
        admitted.decide(ADA);
        admitted.decide(GRACE);
        admitted.review();
        assertEquals(0, disconnections);
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_PERMISSION", "CONDITIONAL", "NOT_OWNER", "OTHER_TENANT"})
    void whoeverMayNotAnyMoreIsDisconnectedOnceAndNamed(Reason reason) {
        admitted.decide(ADA);
        admitted.decide(GRACE);
        reasons.put(GRACE, reason);
        admitted.review();
        admitted.review();
        assertEquals(1, disconnections);
        String lines = out.toString(StandardCharsets.UTF_8);
        assertEquals(1, lines.lines().count(), lines);
        assertEquals(
                "\"objectId\":\"11111111-2222-4333-8444-555555555555\",\"user\":\"grace@example.com\",\"decision\":\"disconnected\","
                        + "\"reason\":\"may not open the workstation any more\"}\n",
                lines.substring(lines.indexOf("\"objectId\"")));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN_RIGHTS", "UNKNOWN_MACHINE"})
    void whatCannotBeFoundOutEndsNothingAndIsAskedAgain(Reason reason) {
        admitted.decide(ADA);
        reasons.put(ADA, reason);
        admitted.review();
        assertEquals(0, disconnections);
        reasons.put(ADA, Reason.NO_PERMISSION);
        admitted.review();
        assertEquals(1, disconnections);
    }

    @Test
    void whoeverWasNeverLetInIsNotWatched() {
        reasons.put(GRACE, Reason.NO_PERMISSION);
        assertFalse(admitted.decide(GRACE).allowed());
        admitted.review();
        assertEquals(0, disconnections);
    }

    @Test
    void whatFailsIsTriedAgainAndSaid() {
        admitted.decide(ADA);
        reasons.put(ADA, Reason.NOT_OWNER);
        broken = true;
        admitted.review();
        assertEquals(List.of("open connections could not be ended: java.io.IOException: no space left"), log);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        broken = false;
        admitted.review();
        assertEquals(1, disconnections);
    }

    @Test
    void whoeverIsLetInAgainIsWatchedAgain() {
        admitted.decide(ADA);
        reasons.put(ADA, Reason.NO_PERMISSION);
        admitted.review();
        reasons.put(ADA, Reason.OWNER);
        admitted.decide(ADA);
        reasons.put(ADA, Reason.NO_PERMISSION);
        admitted.review();
        assertEquals(2, disconnections);
    }
}
