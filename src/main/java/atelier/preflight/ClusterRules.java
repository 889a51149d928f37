package atelier.preflight;

import atelier.model.Cluster;
import atelier.model.Problem;
import atelier.model.Spec;
import java.util.List;

/** A cluster scales between two numbers of nodes that make sense. */
final class ClusterRules {
    private ClusterRules() {}

    static List<Problem> nodes(Spec spec, int index) {
        Cluster cluster = spec.clusters().get(index);
        String path = "atelier:clusters[" + index + "]";
        if (cluster.maxNodes() < 1) {
            return List.of(problem(path + ".maxNodes", cluster.maxNodes(), "at least 1", Math.max(1, cluster.minNodes())));
        }
        if (cluster.minNodes() < 0 || cluster.minNodes() > cluster.maxNodes()) {
            int nearest = cluster.minNodes() < 0 ? 0 : cluster.maxNodes();
            String allowed = "0 to " + cluster.maxNodes() + ", the cluster's maxNodes";
            return List.of(problem(path + ".minNodes", cluster.minNodes(), allowed, nearest));
        }
        return List.of();
    }

    private static Problem problem(String path, int value, String allowed, int accepted) {
        return new Problem(path, String.valueOf(value), allowed, Fix.set(path, accepted));
    }
}
