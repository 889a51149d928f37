package atelier.sandbox;

import atelier.sandbox.azurenative.Change;
import atelier.sandbox.azurenative.Plan;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.PropertyDiff;

/** A plan in the words of the engine's protocol. */
final class DetailedDiff {
    private DetailedDiff() {}

    static DiffResponse of(Plan plan) {
        if (plan.changes().isEmpty()) {
            return DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_NONE).build();
        }
        DiffResponse.Builder response = DiffResponse.newBuilder().setChanges(DiffResponse.DiffChanges.DIFF_SOME)
                .setHasDetailedDiff(true).setDeleteBeforeReplace(plan.deleteFirst());
        for (Change change : plan.changes()) {
            response.addDiffs(change.path());
            response.putDetailedDiff(change.path(), PropertyDiff.newBuilder().setKind(kind(change)).setInputDiff(true).build());
            if (change.replaces()) {
                response.addReplaces(change.path());
            }
        }
        return response.build();
    }

    private static PropertyDiff.Kind kind(Change change) {
        return PropertyDiff.Kind.valueOf(change.kind().name() + (change.replaces() ? "_REPLACE" : ""));
    }
}
