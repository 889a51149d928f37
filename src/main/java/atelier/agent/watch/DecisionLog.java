package atelier.agent.watch;

import atelier.agent.server.AuditLog;
import atelier.agent.watch.idle.Reading;
import atelier.agent.watch.idle.Spoken;
import atelier.agent.watch.idle.Verdict;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says why the workstation did or did not stop: whenever something changed, and once an hour in any case. */
final class DecisionLog {
    private static final Duration AT_LEAST_EVERY = Duration.ofHours(1);

    private final AuditLog log;
    private Optional<Written> last = Optional.empty();

    /** What makes two decisions the same to a reader; details such as minutes and percentages are not among it. */
    private record Written(Verdict.State state, List<String> signals, Optional<Instant> heldUntil, Instant at) {
        boolean covers(Written next) {
            return state == next.state
                    && signals.equals(next.signals)
                    && heldUntil.equals(next.heldUntil)
                    && next.at.isBefore(at.plus(AT_LEAST_EVERY));
        }
    }

    DecisionLog(AuditLog log) {
        this.log = log;
    }

    void decided(Judgement judgement) {
        Written now = new Written(
                judgement.verdict().state(),
                judgement.readings().stream().map(reading -> reading.signal() + " " + reading.state()).toList(),
                judgement.hold().map(hold -> hold.until()),
                judgement.at());
        if (last.filter(written -> written.covers(now)).isEmpty()) {
            log.write(line -> describe(judgement, line));
            last = Optional.of(now);
        }
    }

    /** Something went wrong beside a decision. */
    void failed(String message) {
        log.write(line -> line.put("event", "failed").put("message", message));
    }

    private static void describe(Judgement judgement, ObjectNode line) {
        Verdict verdict = judgement.verdict();
        line.put("event", "idle")
                .put("state", verdict.state().name().toLowerCase(Locale.ROOT))
                .put("why", verdict.why())
                .put("since", Spoken.of(verdict.since()));
        verdict.stopsAt().ifPresent(stop -> line.put("stopsAt", Spoken.of(stop)));
        ObjectNode signals = line.putObject("signals");
        for (Reading reading : judgement.readings()) {
            signals.put(reading.signal(), reading.state().name().toLowerCase(Locale.ROOT) + ": " + reading.detail());
        }
    }
}
