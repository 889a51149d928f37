package atelier.agent.authorize;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that keeps the thousand entries that were used last; whoever shares it between threads locks it. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    Recent() {
        super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MOST;
    }
}
