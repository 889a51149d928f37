package atelier.components;

import atelier.boot.UserData;
import atelier.model.Workstation;
import com.pulumi.core.Output;
import java.util.Optional;

/** One workstation's {@link UserData}, written when everything that Azure decides in it is known. */
record WorkstationDocument(atelier.components.Workstation.Shared shared, Workstation workstation, ManagedIdentity agent) {

    Output<String> base64() {
        Output<UserData.Machine> machine = Output.tuple(shared.site().subscriptionId(), shared.groups().computeName())
                .applyValue(known -> machine(known.t1, known.t2));
        Output<UserData.Share> share = Output.tuple(shared.files().accountName(), shared.files().shareName())
                .applyValue(known -> new UserData.Share(known.t1, known.t2));
        return Output.tuple(machine, shared.workspace().id(), identities(), share, certificate())
                .applyValue(known -> document(known.t1, known.t2, known.t3, known.t4, known.t5).base64());
    }

    private UserData document(
            UserData.Machine machine,
            String workspaceId,
            UserData.Identities identities,
            UserData.Share share,
            Optional<UserData.Certificate> certificate) {
        return new UserData(
                machine,
                shared.hosts().of(workstation.name()),
                access(workspaceId),
                identities,
                share,
                workstation.ssh(),
                workstation.idleAfter(),
                workstation.schedule(),
                certificate);
    }

    private UserData.Access access(String workspaceId) {
        return new UserData.Access(
                shared.access().tenantId(),
                shared.access().signInClientId(),
                workspaceId,
                workstation.owner(),
                shared.site().team().contacts().get(0));
    }

    private UserData.Machine machine(String subscriptionId, String resourceGroup) {
        return new UserData.Machine(
                workstation.name().value(),
                subscriptionId,
                resourceGroup,
                shared.site().names().virtualMachine(workstation.name()),
                shared.imageVersion());
    }

    private Output<UserData.Identities> identities() {
        return Output.tuple(
                        agent.clientId(),
                        shared.identities().notebook().clientId(),
                        shared.identities().signin().clientId())
                .applyValue(known -> new UserData.Identities(known.t1, known.t2, known.t3));
    }

    private Output<Optional<UserData.Certificate>> certificate() {
        return shared.vault().uri().applyValue(uri ->
                shared.tls().map(tls -> new UserData.Certificate(uri, tls.certificate())));
    }
}
