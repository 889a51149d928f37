package atelier.agent.watch.signal;

import atelier.agent.watch.idle.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** All signs of use, read one after another; one that fails is unknown and leaves the others alone. */
public final class Signals {
    private final List<Signal> signals;
    private final Consumer<Throwable> defects;

    /** @param defects told of what no signal should throw */
    public Signals(List<Signal> signals, Consumer<Throwable> defects) {
        this.signals = List.copyOf(signals);
        this.defects = defects;
    }

    public List<Reading> read(Instant now) {
        return signals.stream().map(signal -> read(signal, now)).toList();
    }

    private Reading read(Signal signal, Instant now) {
        try {
            return signal.read(now);
        } catch (IOException unreadable) {
            return Reading.unknown(signal.name(), unreadable.getMessage());
        } catch (RuntimeException defect) {
            defects.accept(defect);
            return Reading.unknown(signal.name(), "its reader failed: " + defect);
        }
    }
}
