package atelier.preflight;

import atelier.catalog.Catalog;
import atelier.model.Problem;
import atelier.model.Spec;
import atelier.naming.Names;
import java.util.ArrayList;
import java.util.List;

/** Everything that can be known to be wrong before Azure is asked. */
public final class Preflight {
    private final Spec spec;
    private final Catalog catalog;
    private final Names names;

    private Preflight(Spec spec, Catalog catalog) {
        this.spec = spec;
        this.catalog = catalog;
        this.names = Names.of(spec.team(), spec.access().tenantId(), spec.region());
    }

    /** All mistakes at once, in the order of the configuration; empty when the stack may be deployed. */
    public static List<Problem> judge(Spec spec, Catalog catalog) {
        return new Preflight(spec, catalog).problems();
    }

    private List<Problem> problems() {
        NameRules nameRules = new NameRules(spec, names);
        List<Problem> problems = new ArrayList<>();
        nameRules.team().ifPresent(problems::add);
        problems.addAll(new NetworkRules(spec, catalog, names).problems());
        TlsRules.domain(spec).ifPresent(problems::add);
        problems.addAll(QuotaRules.judge(spec, catalog));
        for (int index = 0; index < spec.workstations().size(); index++) {
            problems.addAll(workstation(nameRules, index));
        }
        for (int index = 0; index < spec.clusters().size(); index++) {
            problems.addAll(cluster(nameRules, index));
        }
        return List.copyOf(problems);
    }

    private List<Problem> workstation(NameRules nameRules, int index) {
        List<Problem> problems = new ArrayList<>();
        nameRules.workstation(index).ifPresent(problems::add);
        AccessRules.owner(spec, index).ifPresent(problems::add);
        new SizeRules(spec, catalog).workstation(index).ifPresent(problems::add);
        problems.addAll(WorkstationRules.ssh(spec, index));
        problems.addAll(WorkstationRules.schedule(spec, index));
        return problems;
    }

    private List<Problem> cluster(NameRules nameRules, int index) {
        List<Problem> problems = new ArrayList<>();
        nameRules.cluster(index).ifPresent(problems::add);
        new SizeRules(spec, catalog).cluster(index).ifPresent(problems::add);
        return problems;
    }
}
