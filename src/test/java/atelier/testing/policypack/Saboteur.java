package atelier.testing.policypack;

import com.google.protobuf.Struct;
import io.grpc.stub.StreamObserver;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/** Puts a fault into a resource before other packs and the provider see it: the engine remediates first and analyses then. */
public final class Saboteur extends SilentAnalyzer {
    /** What is known only after other resources have been created; the text stands for it in previews. */
    private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private final PlanMutant mutant;
    private final boolean onlyWhatIsKnown;

    private Saboteur(PlanMutant mutant, boolean onlyWhatIsKnown) {
        super("saboteur");
        this.mutant = mutant;
        this.onlyWhatIsKnown = onlyWhatIsKnown;
    }

    public static Saboteur of(PlanMutant mutant) {
        return new Saboteur(mutant, false);
    }

    /** Leaves alone what a preview does not know: the fault comes up in the update. */
    public static Saboteur ofTheUpdate(PlanMutant mutant) {
        return new Saboteur(mutant, true);
    }

    @Override
    public void remediate(AnalyzeRequest request, StreamObserver<RemediateResponse> observer) {
        if (!mutant.concerns(request.getType(), request.getName()) || (onlyWhatIsKnown && isUnknown(request.getProperties()))) {
            super.remediate(request, observer);
            return;
        }
        Struct changed = mutant.in(request.getType(), request.getName(), request.getProperties());
        answer(observer, RemediateResponse.newBuilder()
                .addRemediations(Remediation.newBuilder()
                        .setPolicyName("sabotage")
                        .setPolicyPackName("saboteur")
                        .setPolicyPackVersion("1.0.0")
                        .setDescription("puts in a fault")
                        .setProperties(changed))
                .build());
    }

    private boolean isUnknown(Struct properties) {
        return mutant.presentValue(properties).contains(UNKNOWN);
    }
}
