package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.catalog.Size;
import atelier.model.Cidr;
import atelier.model.Cluster;
import atelier.model.Exposure;
import atelier.model.IdleStop;
import atelier.model.Images;
import atelier.model.Network;
import atelier.model.Schedule;
import atelier.model.Spec;
import atelier.model.Workstation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is worth knowing before a stack is deployed and is no mistake. */
public final class Notes {
    /** How the image build learns what the stack has made. */
    public static final String IMAGE_VARIABLES = "pulumi stack output images --json > images/stack.auto.pkrvars.json";

    /** How images are made. */
    public static final String PACKER = "packer init images && packer build images";

    private Notes() {}

    /** For a configuration without mistakes; one sentence or two each, in a fixed order. */
    public static List<String> of(Spec spec, Catalog catalog) {
        List<String> notes = new ArrayList<>();
        if (spec.images() instanceof Images.None) {
            notes.add("images.version is none: the foundation is deployed, no workstation is. "
                    + "For workstations, once it is there: " + Fix.set("atelier:images.version", "<version>") + "; " + IMAGE_VARIABLES + "; " + PACKER + "; pulumi up.");
        }
        if (spec.tls().isEmpty() && !spec.workstations().isEmpty()) {
            notes.add("tls is not set: every workstation makes a self-signed certificate and browsers will warn.");
        }
        if (spec.network().exposure() instanceof Exposure.Public open && open.allowedSources().stream().allMatch(Cidr::ipv6)) {
            notes.add("network.allowedSources has no IPv4 range: workstations have IPv4 addresses only, so nobody reaches them.");
        }
        if (spec.network().studio() == Network.Studio.PUBLIC) {
            notes.add("network.studio is public: the workspace's own pages are open to the Internet; "
                    + "the policy pack wants a waiver.");
        }
        if (spec.quota().machineLearning().isEmpty()) {
            notes.add("quota.machineLearning is not set: the cores of clusters and of the workspace's image builds "
                    + "are not judged.");
        }
        spec.workstations().stream().filter(Notes::runsForEver).forEach(it -> notes.add(
                "workstation " + it.name() + " is stopped by people only: idleAfter is never and it has no schedule."));
        retirements(spec, catalog).forEach(notes::add);
        notes.addAll(cost(spec, CostEstimate.of(spec, catalog)));
        return List.copyOf(notes);
    }

    private static boolean runsForEver(Workstation workstation) {
        return workstation.idleAfter() instanceof IdleStop.Never && workstation.schedule() instanceof Schedule.Never;
    }

    private static Stream<String> retirements(Spec spec, Catalog catalog) {
        return Stream.concat(
                        spec.workstations().stream().map(Workstation::size),
                        spec.clusters().stream().map(Cluster::size))
                .distinct()
                .sorted()
                .map(catalog::get)
                .flatMap(size -> retirement(size).stream());
    }

    private static Optional<String> retirement(Size size) {
        return size.retired().map(day -> size.name() + " is retired by Azure on " + day + ".");
    }

    private static List<String> cost(Spec spec, CostEstimate estimate) {
        List<String> notes = new ArrayList<>();
        int budget = spec.quota().monthlyBudget();
        if (exceeds(estimate.scheduled(), budget)) {
            notes.add(overBudget(budget, estimate.scheduled(), "even with schedules and idle clusters"));
        } else if (exceeds(estimate.aroundTheClock(), budget)) {
            notes.add(overBudget(budget, estimate.aroundTheClock(), "when everything runs around the clock"));
        }
        if (!estimate.aroundTheClock().unknown().isEmpty()) {
            notes.add("The cost estimate lacks what has no known price: "
                    + String.join(", ", estimate.aroundTheClock().unknown()) + ".");
        }
        return notes;
    }

    private static boolean exceeds(Amount amount, int budget) {
        return amount.usd().compareTo(BigDecimal.valueOf(budget)) > 0;
    }

    private static String overBudget(int budget, Amount amount, String when) {
        return "quota.monthlyBudget is " + budget + ", and by list prices the stack costs at least "
                + Amount.known(amount.usd()) + " a month " + when + ".";
    }
}
