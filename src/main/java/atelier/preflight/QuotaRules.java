package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.model.Problem;
import atelier.model.Spec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;

/** Every core has a limit to come from. */
final class QuotaRules {
    /** How a report shows that nothing is there. */
    private static final String MISSING = "(missing)";

    private QuotaRules() {}

    static List<Problem> judge(Spec spec, Catalog catalog) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(families(QuotaLedgers.COMPUTE_PATH + ".families", spec.quota().compute().families(), catalog));
        spec.quota().machineLearning().ifPresent(quota ->
                problems.addAll(families(QuotaLedgers.MACHINE_LEARNING_PATH + ".families", quota.families(), catalog)));
        for (Ledger ledger : QuotaLedgers.of(spec, catalog).all()) {
            ledger.buckets().stream()
                    .filter(Ledger.Bucket::exceeded)
                    .forEach(bucket -> problems.add(exceeded(ledger, bucket, catalog)));
        }
        return problems;
    }

    private static Problem exceeded(Ledger ledger, Ledger.Bucket bucket, Catalog catalog) {
        return new Problem(
                bucket.path(),
                bucket.declared() ? String.valueOf(bucket.limit()) : MISSING,
                "at least " + bucket.used() + " once Azure has granted them, or fewer cores in use:\n"
                        + QuotaTable.of(ledger, bucket, catalog),
                Fix.set(bucket.path(), bucket.used()));
    }

    private static List<Problem> families(String path, SortedMap<String, Integer> limits, Catalog catalog) {
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        limits.forEach((family, cores) -> {
            if (!catalog.families().contains(family)) {
                problems.add(unknown(path, family, cores, limits, catalog));
            } else if (!seen.add(family.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem(
                        path,
                        family,
                        "each family once; Azure does not tell upper from lower case",
                        Fix.remove(Fix.key(path, family))));
            }
        });
        return problems;
    }

    private static Problem unknown(
            String path, String family, int cores, SortedMap<String, Integer> limits, Catalog catalog) {
        String nearest = Nearest.first(family, catalog.families());
        boolean taken = limits.keySet().stream().anyMatch(nearest::equalsIgnoreCase);
        String wrong = Fix.key(path, family);
        return new Problem(
                path,
                family,
                "a quota family as `az vm list-usage` spells it:\n  " + String.join("\n  ", catalog.families()),
                taken ? Fix.remove(wrong) : Fix.rename(wrong, Fix.key(path, nearest), cores));
    }
}
