package atelier.config;

import atelier.model.Quota;

/** The two core ledgers and the budget. */
final class QuotaSection {
    static final Form<Quota> QUOTA =
            new Section<>("an object with compute, monthlyBudget and optionally machineLearning", QuotaSection::quota);

    private static final Form<Quota.Compute> COMPUTE =
            new Section<>("an object with families, regionalCores and optionally spotCores", QuotaSection::compute);
    private static final Form<Quota.MachineLearning> MACHINE_LEARNING =
            new Section<>("an object with families and optionally lowPriorityCores", QuotaSection::machineLearning);
    private static final Form<Integer> REGIONAL_CORES = Scalars.whole(0, CoreCounts.MOST_CORES, 64);
    private static final Form<Integer> NO_CORES = Scalars.whole(0, CoreCounts.MOST_CORES, 0);
    private static final Form<Integer> BUDGET = Scalars.whole(1, 100_000_000, 4000);

    private QuotaSection() {}

    private static Field<Quota> quota(Fields fields) {
        var compute = fields.required("compute", COMPUTE);
        var machineLearning = fields.optional("machineLearning", MACHINE_LEARNING);
        var monthlyBudget = fields.required("monthlyBudget", BUDGET);
        return fields.build(() -> new Quota(compute.get(), machineLearning.get(), monthlyBudget.get()));
    }

    private static Field<Quota.Compute> compute(Fields fields) {
        var families = fields.required("families", new CoreCounts());
        var regionalCores = fields.required("regionalCores", REGIONAL_CORES);
        var spotCores = fields.optional("spotCores", NO_CORES, 0);
        return fields.build(() -> new Quota.Compute(families.get(), regionalCores.get(), spotCores.get()));
    }

    private static Field<Quota.MachineLearning> machineLearning(Fields fields) {
        var families = fields.required("families", new CoreCounts());
        var lowPriorityCores = fields.optional("lowPriorityCores", NO_CORES, 0);
        return fields.build(() -> new Quota.MachineLearning(families.get(), lowPriorityCores.get()));
    }
}
