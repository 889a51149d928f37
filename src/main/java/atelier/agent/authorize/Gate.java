package atelier.agent.authorize;

import atelier.agent.authorize.Decision.Reason;
import atelier.agent.machine.DocumentUnavailable;
import atelier.agent.machine.MachineDocument;
import atelier.agent.machine.MachineDocument.Access;
import java.io.IOException;
import java.util.Optional;

/**
 * Judges one signed-in person. Whatever cannot be found out is a refusal.
 *
 * <p>A personal workstation opens to its owner and to administrators, both only with the permission that a shared one asks for.
 */
final class Gate implements Door.Judge {
    private final Machine machine;
    private final Workspace workspace;

    /** Whose machine it is, now. */
    @FunctionalInterface
    interface Machine {
        MachineDocument current() throws DocumentUnavailable;
    }

    /** What a person may do on the workspace. */
    @FunctionalInterface
    interface Workspace {
        Rights rights(Access access, String objectId) throws IOException;
    }

    Gate(Machine machine, Workspace workspace) {
        this.machine = machine;
        this.workspace = workspace;
    }

    @Override
    public Decision decide(Session session) {
        try {
            Access access = machine.current().access();
            if (!session.tenantId().equals(access.tenantId())) {
                return Decision.of(Reason.OTHER_TENANT);
            }
            return judge(session, access, workspace.rights(access, session.objectId()));
        } catch (DocumentUnavailable unknown) {
            return Decision.of(Reason.UNKNOWN_MACHINE);
        } catch (IOException unknown) {
            return Decision.of(Reason.UNKNOWN_RIGHTS);
        }
    }

    private static Decision judge(Session session, Access access, Rights rights) {
        if (rights.open().isEmpty()) {
            return Decision.of(rights.conditional() ? Reason.CONDITIONAL : Reason.NO_PERMISSION);
        }
        Optional<String> owner = access.owner();
        if (owner.isEmpty()) {
            return new Decision(Reason.MAY_OPEN, rights.open());
        }
        if (owner.get().equals(session.objectId())) {
            return new Decision(Reason.OWNER, rights.open());
        }
        return rights.administer().isPresent()
                ? new Decision(Reason.ADMINISTRATOR, rights.administer())
                : Decision.of(Reason.NOT_OWNER);
    }
}
