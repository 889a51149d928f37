package atelier.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the team may use: cores per ledger and money per month.
 *
 * @param machineLearning absent: clusters are not judged
 * @param monthlyBudget in the currency of the subscription's billing account
 */
public record Quota(Compute compute, Optional<MachineLearning> machineLearning, int monthlyBudget) {

    /** The core quota of virtual machines, for workstations and image builds. Families are spelled as Azure spells them. */
    public record Compute(SortedMap<String, Integer> families, int regionalCores, int spotCores) {
        public Compute {
            families = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(families));
        }
    }

    /** The separate core quota of Azure Machine Learning: clusters draw on it. */
    public record MachineLearning(SortedMap<String, Integer> families, int lowPriorityCores) {
        public MachineLearning {
            families = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(families));
        }
    }
}
