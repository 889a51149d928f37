package atelier.config;

import atelier.model.Cluster;
import atelier.model.Cluster.Priority;
import atelier.model.ResourceName;
import java.util.List;
import java.util.Optional;

/** The training clusters. */
final class ClusterSection {
    private static final Text<ResourceName> NAME = Words.name("train");
    private static final Form<Cluster> CLUSTER =
            new Section<>("an object with name, size, maxNodes and optionally minNodes and priority", ClusterSection::cluster);

    static final Form<List<Cluster>> CLUSTERS = Sequence.ofNamed("a list of clusters", CLUSTER, NAME);

    /** The most that support grants one cluster: https://learn.microsoft.com/azure/machine-learning/how-to-manage-quotas */
    private static final int MOST_NODES = 65_000;

    private static final Form<Integer> MIN_NODES = Scalars.whole(0, MOST_NODES, 0);
    private static final Form<Integer> MAX_NODES = Scalars.whole(1, MOST_NODES, 4);
    private static final Text<Priority> PRIORITY = Text.choice(List.of(Priority.values()), Priority::azureName);

    private ClusterSection() {}

    private static Field<Cluster> cluster(Fields fields) {
        var name = fields.required("name", NAME);
        var size = fields.required("size", Words.SIZE);
        var minNodes = fields.optional("minNodes", MIN_NODES, 0);
        var maxNodes = fields.required("maxNodes", MAX_NODES);
        refuseMinOverMax(fields, minNodes.value(), maxNodes.value());
        var priority = fields.optional("priority", PRIORITY, Priority.DEDICATED);
        return fields.build(() -> new Cluster(name.get(), size.get(), minNodes.get(), maxNodes.get(), priority.get()));
    }

    private static void refuseMinOverMax(Fields fields, Optional<Integer> minNodes, Optional<Integer> maxNodes) {
        if (minNodes.isPresent() && maxNodes.isPresent() && minNodes.get() > maxNodes.get()) {
            Place place = fields.place("minNodes");
            place.refuse("0 to maxNodes" + place.hint(maxNodes.get()), MIN_NODES.example(place.path()));
        }
    }
}
