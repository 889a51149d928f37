package atelier.agent.authorize;

import atelier.agent.machine.MachineDocument.Access;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what Azure said about a person: a permission for a minute, its absence for ten seconds, so that whoever is given a role
 * is soon let in. When Azure cannot be asked, whoever had the permission keeps it until ten minutes after it was last
 * confirmed, and nobody is let in anew (decision 33). Only the last thousand people are kept.
 */
final class KnownRights implements Gate.Workspace {
    private static final Duration PERMISSION_LIFE = Duration.ofSeconds(60);
    private static final Duration REFUSAL_LIFE = Duration.ofSeconds(10);
    private static final Duration FAILURE_LIFE = Duration.ofSeconds(5);
    private static final Duration STALE_LIFE = Duration.ofMinutes(10);

    private final Gate.Workspace azure;
    private final Clock clock;
    private final Consumer<String> log;
    private final Map<Key, Person> people = new Recent<>();

    private record Key(String workspaceId, String objectId) {}

    /** @param log receives a line for each question that Azure did not answer */
    KnownRights(Gate.Workspace azure, Clock clock, Consumer<String> log) {
        this.azure = azure;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public Rights rights(Access access, String objectId) throws IOException {
        return person(new Key(access.workspaceId(), objectId)).rights(access, objectId);
    }

    private Person person(Key key) {
        synchronized (people) {
            return people.computeIfAbsent(key, unknown -> new Person());
        }
    }

    /** One person; requests of the same person wait for one answer of Azure instead of asking each. */
    private final class Person {
        private Optional<Rights> rights = Optional.empty();
        private Instant confirmed = Instant.MIN;
        private Instant askAgain = Instant.MIN;

        synchronized Rights rights(Access access, String objectId) throws IOException {
            Instant now = clock.instant();
            if (!now.isBefore(askAgain)) {
                ask(access, objectId, now);
            }
            return rights.filter(known -> usable(known, now))
                    .orElseThrow(() -> new IOException("Azure did not say what " + objectId + " may do"));
        }

        private void ask(Access access, String objectId, Instant now) {
            try {
                Rights fresh = azure.rights(access, objectId);
                rights = Optional.of(fresh);
                confirmed = now;
                askAgain = now.plus(fresh.open().isPresent() ? PERMISSION_LIFE : REFUSAL_LIFE);
            } catch (IOException silent) {
                log.accept("what " + objectId + " may do is not known: " + silent.getMessage());
                askAgain = now.plus(FAILURE_LIFE);
            }
        }

        // What was confirmed is still fresh, or it is a permission that outlives a failure of Azure.
        private boolean usable(Rights known, Instant now) {
            Duration life = known.open().isPresent() ? STALE_LIFE : REFUSAL_LIFE;
            return now.isBefore(confirmed.plus(life));
        }
    }
}
