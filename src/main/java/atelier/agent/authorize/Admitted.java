package atelier.agent.authorize;

import atelier.agent.server.AuditLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Remembers whom the gate has let in, and judges them again and again. nginx asks about a web socket once, when it is opened;
 * without this, somebody whose role was taken away would go on in an open terminal for days (decision 48). A new process
 * remembers nobody; nginx's unit starts anew with it.
 */
final class Admitted implements Door.Judge {
    private final Door.Judge gate;
    private final Disconnection disconnection;
    private final AuditLog audit;
    private final Consumer<String> log;
    private final Map<String, Session> people = new Recent<>();

    /** Ends every open connection of the workstation; whoever still may connects again. */
    @FunctionalInterface
    interface Disconnection {
        void ask() throws IOException;
    }

    /** @param log receives a line when connections could not be ended */
    Admitted(Door.Judge gate, Disconnection disconnection, AuditLog audit, Consumer<String> log) {
        this.gate = gate;
        this.disconnection = disconnection;
        this.audit = audit;
        this.log = log;
    }

    @Override
    public Decision decide(Session session) {
        Decision decision = gate.decide(session);
        if (decision.allowed()) {
            synchronized (people) {
                people.put(session.objectId(), session);
            }
        }
        return decision;
    }

    /** Judges everybody who was let in again. Whoever may not any more is disconnected, and forgotten once that was asked for. */
    void review() {
        List<Session> excluded = remembered().stream().filter(Predicate.not(this::mayStay)).toList();
        if (!excluded.isEmpty() && disconnect()) {
            excluded.forEach(this::forget);
        }
    }

    private boolean disconnect() {
        try {
            disconnection.ask();
            return true;
        } catch (IOException failed) {
            log.accept("open connections could not be ended: " + failed);
            return false;
        }
    }

    private List<Session> remembered() {
        synchronized (people) {
            return List.copyOf(people.values());
        }
    }

    // What cannot be found out now ends nothing: work would be interrupted by every failure of Azure.
    private boolean mayStay(Session session) {
        Decision decision = gate.decide(session);
        return decision.allowed() || decision.reason().passing();
    }

    private void forget(Session session) {
        synchronized (people) {
            people.remove(session.objectId());
        }
        audit.write(line -> line.put("objectId", session.objectId())
                .put("user", session.userName())
                .put("decision", "disconnected")
                .put("reason", "may not open the workstation any more"));
    }
}
