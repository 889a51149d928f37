package atelier.agent.watch;

import atelier.agent.machine.MachineDocument;
import atelier.agent.server.AuditLog;
import atelier.agent.watch.health.Part;
import atelier.agent.watch.idle.Spoken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Stops the workstation: runs the hooks once, then asks Azure to deallocate the machine until it is off. Shutting it down from
 * inside instead would stop nothing but the work: Azure bills a machine that is off and not deallocated.
 * https://learn.microsoft.com/azure/virtual-machines/states-billing
 */
final class Stop {
    private static final String PART = "stop";
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofMinutes(10);
    private static final Duration AZURE_NEEDS = Duration.ofMinutes(15);

    private final PreStop hooks;
    private final Deallocation deallocation;
    private final AuditLog log;
    private boolean hooksRan;
    private int failures;
    private Instant next = Instant.MIN;
    private volatile Optional<Instant> accepted = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();

    /** Asks Azure, and returns when it has accepted. */
    @FunctionalInterface
    interface Deallocation {
        void of(MachineDocument.Machine machine) throws IOException;
    }

    Stop(PreStop hooks, Deallocation deallocation, AuditLog log) {
        this.hooks = hooks;
        this.deallocation = deallocation;
        this.log = log;
    }

    /** Whether Azure has accepted and may need its time; nothing that people do now counts any more. */
    boolean isUnderWay(Instant now) {
        return accepted.filter(at -> now.isBefore(at.plus(AZURE_NEEDS))).isPresent();
    }

    /**
     * Takes the next step, if it is time for one.
     *
     * @param wanted asked again after the hooks, which take minutes
     */
    void attempt(MachineDocument.Machine machine, BooleanSupplier wanted, Instant now) throws InterruptedException {
        if (now.isBefore(next)) {
            return;
        }
        if (!hooksRan) {
            hooksRan = true;
            String outcome = hooks.run(now);
            log.write(line -> line.put("event", PART).put("hooks", outcome));
        }
        if (wanted.getAsBoolean()) {
            deallocate(machine, now);
        }
    }

    private void deallocate(MachineDocument.Machine machine, Instant now) {
        try {
            deallocation.of(machine);
            problem = accepted.map(before -> "Azure accepted the stop at " + Spoken.of(before) + " and the machine still runs");
            accepted = Optional.of(now);
            log.write(line -> line.put("event", PART).put("accepted", machine.id()));
        } catch (IOException refused) {
            accepted = Optional.empty();
            failed(refused.getMessage(), now);
        }
    }

    private void failed(String message, Instant now) {
        problem = Optional.of(message);
        Duration delay = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 4));
        next = now.plus(delay.compareTo(LAST_RETRY) < 0 ? delay : LAST_RETRY);
        failures++;
        log.write(line -> line.put("event", PART)
                .put("failed", message)
                .put("attempt", failures)
                .put("nextAttempt", Spoken.of(next)));
    }

    /** Forgets a stop that is not wanted any more, so that the next one begins anew. */
    void forget() {
        hooksRan = false;
        failures = 0;
        next = Instant.MIN;
        accepted = Optional.empty();
        problem = Optional.empty();
    }

    Part health() {
        return problem.map(why -> Part.unhealthy(PART, "it cannot stop and goes on costing money: " + why))
                .orElseGet(() -> Part.healthy(PART, accepted.isPresent() ? "Azure stops it" : "no stop has failed"));
    }

    Optional<String> banner() {
        return problem.map(why -> "This workstation wants to stop and cannot: " + why
                + ". Please stop it by hand, or tell an administrator.");
    }
}
