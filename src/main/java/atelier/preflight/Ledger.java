package atelier.preflight;

import atelier.model.VmSize;
import java.util.List;

/**
 * One of Azure's two separate core quotas, with everybody who draws on it.
 *
 * @param name as people call it: {@code compute} or {@code machine learning}
 * @param buckets the families sorted without regard to case, then the buckets that span families
 */
public record Ledger(String name, List<Bucket> buckets) {
    public Ledger {
        buckets = List.copyOf(buckets);
    }

    /** Whether everything fits. */
    public boolean fits() {
        return buckets.stream().noneMatch(Bucket::exceeded);
    }

    /**
     * One limit.
     *
     * @param name the family as Azure spells it, or what else is limited
     * @param path where the configuration states the limit
     * @param declared whether it states one; a family without one has the limit 0
     * @param limit cores
     */
    public record Bucket(String name, String path, boolean declared, int limit, List<Holder> holders) {
        public Bucket {
            holders = List.copyOf(holders);
        }

        /** Cores that all holders take together. */
        public int used() {
            return holders.stream().mapToInt(Holder::cores).sum();
        }

        /** Cores that are missing; 0 when everything fits. */
        public int gap() {
            return Math.max(0, used() - limit);
        }

        public boolean exceeded() {
            return gap() > 0;
        }
    }

    /**
     * Somebody who takes cores.
     *
     * @param name such as {@code workstation ada}
     * @param coresEach cores of one machine
     * @param count machines at most at the same time
     */
    public record Holder(Kind kind, String name, VmSize size, int coresEach, int count) {
        public int cores() {
            return coresEach * count;
        }
    }

    /** Why somebody takes cores, and with it what could be made smaller. */
    public enum Kind {
        WORKSTATION,
        CLUSTER,
        IMAGE_BUILD
    }
}
