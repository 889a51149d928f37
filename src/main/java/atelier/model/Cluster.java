package atelier.model;

/**
 * A training cluster of the workspace that scales between two numbers of nodes.
 *
 * @param minNodes nodes kept when nothing runs, from 0
 * @param maxNodes at least {@code minNodes} and at least 1
 */
public record Cluster(ResourceName name, VmSize size, int minNodes, int maxNodes, Priority priority) {
    public Cluster {
        Invalid.unless(maxNodes >= 1, maxNodes, "at least 1 node at most");
        Invalid.unless(minNodes >= 0 && minNodes <= maxNodes, minNodes, "0 to " + maxNodes + " nodes at least");
    }

    /** Whether Azure may take nodes away. */
    public enum Priority {
        DEDICATED("Dedicated"),
        LOW_PRIORITY("LowPriority");

        private final String azureName;

        Priority(String azureName) {
            this.azureName = azureName;
        }

        /** As Azure and the configuration spell it. */
        public String azureName() {
            return azureName;
        }
    }
}
